/** Feeds of boards: what a host signed for an audience, and what a follower holds of it and compares. */
@NullMarked
package org.comity.proof.feed;

import org.jspecify.annotations.NullMarked;
