/** Changes to what a node exported, each of which the independent check must refuse and name. */
@NullMarked
package org.comity.bench.tamper;

import org.jspecify.annotations.NullMarked;
