/** Procedures as tables: what an act does where its thread stands. Nodes fold by them, and so can anybody. */
@NullMarked
package org.comity.proof.table;

import org.jspecify.annotations.NullMarked;
