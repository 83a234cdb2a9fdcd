/** The command {@code verify}: checks what the user was given against what the user trusts, and says each check in a sentence. */
@NullMarked
package org.comity.proof.verify;

import org.jspecify.annotations.NullMarked;
