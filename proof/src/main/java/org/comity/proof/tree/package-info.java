/** Merkle trees of RFC 9162: roots, inclusion and consistency proofs, of evidence payloads and of logs alike. */
@NullMarked
package org.comity.proof.tree;

import org.jspecify.annotations.NullMarked;
