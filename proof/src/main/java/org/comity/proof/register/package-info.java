/** The register of a thread: signed entries, who kept them, and what they did by the table of the procedure. */
@NullMarked
package org.comity.proof.register;

import org.jspecify.annotations.NullMarked;
