/**
 * age files (age-encryption.org/v1) whose header and payload lie apart: hybrid recipients (ML-KEM-768 with X25519),
 * headers, and payloads that open at any byte.
 */
@NullMarked
package org.comity.proof.age;

import org.jspecify.annotations.NullMarked;
