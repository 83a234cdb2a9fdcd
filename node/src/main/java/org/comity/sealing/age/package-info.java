/** age files (age-encryption.org/v1) for hybrid recipients: ML-KEM-768 with X25519. */
@NullMarked
package org.comity.sealing.age;

import org.jspecify.annotations.NullMarked;
