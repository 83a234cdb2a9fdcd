/** {@code bench faults}: one class a kind of fault, a network in which all of them can be played, and the judge. */
@NullMarked
package org.comity.bench.faults;

import org.jspecify.annotations.NullMarked;
