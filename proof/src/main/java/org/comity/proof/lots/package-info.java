/** Draws who reviews whom, so that anybody can draw it again. */
@NullMarked
package org.comity.proof.lots;

import org.jspecify.annotations.NullMarked;
