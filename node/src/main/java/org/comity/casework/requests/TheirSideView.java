package org.comity.casework.requests;

import org.comity.casework.WorkingMessages;

/**
 * Shows what the other State has of a request.
 *
 * @param thread without what is ours alone
 * @param messages that they have, of the newest here
 * @param opened they have the act that opened it
 * @param missing acts of this stretch that they do not have yet; {@code unsent} messages likewise
 */
public record TheirSideView(
        ThreadView thread, WorkingMessages.Stretch messages, boolean opened, int missing, int unsent) {}
