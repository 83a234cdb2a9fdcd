/** Server-sent events: one bounded stream a browser. */
@NullMarked
package org.comity.ui.live;

import org.jspecify.annotations.NullMarked;
