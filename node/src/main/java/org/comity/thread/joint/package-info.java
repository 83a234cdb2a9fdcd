/**
 * Threads of any number of parties: who is one, what each may see, the keeper's pages, invitations, heads past the keeper.
 */
@NullMarked
package org.comity.thread.joint;

import org.jspecify.annotations.NullMarked;
