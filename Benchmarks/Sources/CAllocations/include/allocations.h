// How often this process has allocated memory: malloc and its relatives, counted by standing before glibc's.
#pragma once
#include <stdint.h>

uint64_t allocation_count(void);
uint64_t allocation_bytes(void);
/// Bytes in use now.
uint64_t allocated_now(void);
