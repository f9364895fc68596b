// The files of Templates/, so that the program needs no other file beside it.
// Written by scripts/embed-templates; the 0 after each file lets it be empty and is not counted.

#include "embedded.h"

static const unsigned char archive_list_html[] = {
#embed "../../Templates/archive-list.html" suffix(, )
    0};
static const unsigned char award_list_html[] = {
#embed "../../Templates/award-list.html" suffix(, )
    0};
static const unsigned char bonus_table_html[] = {
#embed "../../Templates/bonus-table.html" suffix(, )
    0};
static const unsigned char cadre_debrief_html[] = {
#embed "../../Templates/cadre-debrief.html" suffix(, )
    0};
static const unsigned char circular_html[] = {
#embed "../../Templates/circular.html" suffix(, )
    0};
static const unsigned char commitment_ledger_html[] = {
#embed "../../Templates/commitment-ledger.html" suffix(, )
    0};
static const unsigned char completion_report_html[] = {
#embed "../../Templates/completion-report.html" suffix(, )
    0};
static const unsigned char county_report_html[] = {
#embed "../../Templates/county-report.html" suffix(, )
    0};
static const unsigned char feedback_html[] = {
#embed "../../Templates/feedback.html" suffix(, )
    0};
static const unsigned char index_html[] = {
#embed "../../Templates/index.html" suffix(, )
    0};
static const unsigned char layout_internal_table_html[] = {
#embed "../../Templates/layout/internal-table.html" suffix(, )
    0};
static const unsigned char layout_letter_html[] = {
#embed "../../Templates/layout/letter.html" suffix(, )
    0};
static const unsigned char layout_material_html[] = {
#embed "../../Templates/layout/material.html" suffix(, )
    0};
static const unsigned char layout_minutes_html[] = {
#embed "../../Templates/layout/minutes.html" suffix(, )
    0};
static const unsigned char layout_official_html[] = {
#embed "../../Templates/layout/official.html" suffix(, )
    0};
static const unsigned char layout_page_html[] = {
#embed "../../Templates/layout/page.html" suffix(, )
    0};
static const unsigned char macros_copies_html[] = {
#embed "../../Templates/macros/copies.html" suffix(, )
    0};
static const unsigned char macros_missing_html[] = {
#embed "../../Templates/macros/missing.html" suffix(, )
    0};
static const unsigned char macros_official_html[] = {
#embed "../../Templates/macros/official.html" suffix(, )
    0};
static const unsigned char macros_prose_html[] = {
#embed "../../Templates/macros/prose.html" suffix(, )
    0};
static const unsigned char macros_statement_html[] = {
#embed "../../Templates/macros/statement.html" suffix(, )
    0};
static const unsigned char practice_summaries_html[] = {
#embed "../../Templates/practice-summaries.html" suffix(, )
    0};
static const unsigned char problem_findings_html[] = {
#embed "../../Templates/problem-findings.html" suffix(, )
    0};
static const unsigned char score_table_html[] = {
#embed "../../Templates/score-table.html" suffix(, )
    0};
static const unsigned char seal_leaf_html[] = {
#embed "../../Templates/seal-leaf.html" suffix(, )
    0};
static const unsigned char talk_outline_html[] = {
#embed "../../Templates/talk-outline.html" suffix(, )
    0};
static const unsigned char talk_records_html[] = {
#embed "../../Templates/talk-records.html" suffix(, )
    0};
static const unsigned char team_debrief_html[] = {
#embed "../../Templates/team-debrief.html" suffix(, )
    0};
static const unsigned char theme_yaml[] = {
#embed "../../Templates/theme.yaml" suffix(, )
    0};
static const unsigned char two_ends_list_html[] = {
#embed "../../Templates/two-ends-list.html" suffix(, )
    0};
static const unsigned char unit_problem_findings_html[] = {
#embed "../../Templates/unit-problem-findings.html" suffix(, )
    0};

static const struct baton_embedded_file files[] = {
    {"archive-list.html", archive_list_html, sizeof archive_list_html - 1},
    {"award-list.html", award_list_html, sizeof award_list_html - 1},
    {"bonus-table.html", bonus_table_html, sizeof bonus_table_html - 1},
    {"cadre-debrief.html", cadre_debrief_html, sizeof cadre_debrief_html - 1},
    {"circular.html", circular_html, sizeof circular_html - 1},
    {"commitment-ledger.html", commitment_ledger_html, sizeof commitment_ledger_html - 1},
    {"completion-report.html", completion_report_html, sizeof completion_report_html - 1},
    {"county-report.html", county_report_html, sizeof county_report_html - 1},
    {"feedback.html", feedback_html, sizeof feedback_html - 1},
    {"index.html", index_html, sizeof index_html - 1},
    {"layout/internal-table.html", layout_internal_table_html, sizeof layout_internal_table_html - 1},
    {"layout/letter.html", layout_letter_html, sizeof layout_letter_html - 1},
    {"layout/material.html", layout_material_html, sizeof layout_material_html - 1},
    {"layout/minutes.html", layout_minutes_html, sizeof layout_minutes_html - 1},
    {"layout/official.html", layout_official_html, sizeof layout_official_html - 1},
    {"layout/page.html", layout_page_html, sizeof layout_page_html - 1},
    {"macros/copies.html", macros_copies_html, sizeof macros_copies_html - 1},
    {"macros/missing.html", macros_missing_html, sizeof macros_missing_html - 1},
    {"macros/official.html", macros_official_html, sizeof macros_official_html - 1},
    {"macros/prose.html", macros_prose_html, sizeof macros_prose_html - 1},
    {"macros/statement.html", macros_statement_html, sizeof macros_statement_html - 1},
    {"practice-summaries.html", practice_summaries_html, sizeof practice_summaries_html - 1},
    {"problem-findings.html", problem_findings_html, sizeof problem_findings_html - 1},
    {"score-table.html", score_table_html, sizeof score_table_html - 1},
    {"seal-leaf.html", seal_leaf_html, sizeof seal_leaf_html - 1},
    {"talk-outline.html", talk_outline_html, sizeof talk_outline_html - 1},
    {"talk-records.html", talk_records_html, sizeof talk_records_html - 1},
    {"team-debrief.html", team_debrief_html, sizeof team_debrief_html - 1},
    {"theme.yaml", theme_yaml, sizeof theme_yaml - 1},
    {"two-ends-list.html", two_ends_list_html, sizeof two_ends_list_html - 1},
    {"unit-problem-findings.html", unit_problem_findings_html, sizeof unit_problem_findings_html - 1},
};

const struct baton_embedded_file *const baton_embedded_files = files;
const size_t baton_embedded_file_count = sizeof files / sizeof files[0];
