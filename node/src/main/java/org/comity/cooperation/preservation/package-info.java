/** Expedited preservation of stored electronic data, Art. 42: its states, table of moves, rules, storage and pages. */
@NullMarked
package org.comity.cooperation.preservation;

import org.jspecify.annotations.NullMarked;
