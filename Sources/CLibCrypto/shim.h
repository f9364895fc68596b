#ifndef BATON_CLIBCRYPTO_SHIM_H
#define BATON_CLIBCRYPTO_SHIM_H

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

// The bytes that a memory BIO holds; BIO_get_mem_data is a macro.
static inline long baton_bio_bytes(BIO *bio, char **bytes) { return BIO_get_mem_data(bio, bytes); }

#endif
