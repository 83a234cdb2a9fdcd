/** Items of evidence: their manifest, the key that opens them, and the tree over their segments. */
@NullMarked
package org.comity.proof.item;

import org.jspecify.annotations.NullMarked;
