/** Bags (BagIt, RFC 8493) in which a procedure is exported, read strictly and written so that they go on where they broke off. */
@NullMarked
package org.comity.proof.bag;

import org.jspecify.annotations.NullMarked;
