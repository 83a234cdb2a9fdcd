/** The host's side: signs what it publishes, and serves the feed. */
@NullMarked
package org.comity.board.host;

import org.jspecify.annotations.NullMarked;
