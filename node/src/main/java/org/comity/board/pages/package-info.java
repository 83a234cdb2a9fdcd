/** Pages and programs' paths of boards, the same at a host and at a follower. */
@NullMarked
package org.comity.board.pages;

import org.jspecify.annotations.NullMarked;
