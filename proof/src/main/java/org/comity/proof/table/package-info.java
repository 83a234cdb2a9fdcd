/** Procedures as tables: what an act does where its thread stands. Exported from the code of a node, read by anybody. */
@NullMarked
package org.comity.proof.table;

import org.jspecify.annotations.NullMarked;
