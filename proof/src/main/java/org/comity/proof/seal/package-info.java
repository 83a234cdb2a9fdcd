/** Sealed containers: the ZIP, its manifest, the signature and time stamp over it, and the certificates that lead to an anchor. */
@NullMarked
package org.comity.proof.seal;

import org.jspecify.annotations.NullMarked;
