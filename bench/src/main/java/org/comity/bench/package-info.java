/** Measures a practice network from outside: real processes, real pages, nothing of a node's inside. Not shipped. */
@NullMarked
package org.comity.bench;

import org.jspecify.annotations.NullMarked;
