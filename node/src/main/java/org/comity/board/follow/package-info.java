/** The follower's side: takes what a host signed, holds it, and stops where the host contradicts itself. */
@NullMarked
package org.comity.board.follow;

import org.jspecify.annotations.NullMarked;
