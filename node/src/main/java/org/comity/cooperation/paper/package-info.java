/** Counterparts without a node: letters that go out, and what comes back by call, mail, letter or scan. */
@NullMarked
package org.comity.cooperation.paper;

import org.jspecify.annotations.NullMarked;
