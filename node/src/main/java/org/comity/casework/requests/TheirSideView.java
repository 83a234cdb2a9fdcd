package org.comity.casework.requests;

/**
 * Shows what the other State has of a request.
 *
 * @param thread without what is ours alone
 * @param opened they have the act that opened it
 * @param missing acts of this stretch that they do not have yet; {@code unsent} messages likewise
 */
public record TheirSideView(ThreadView thread, boolean opened, int missing, int unsent) {}
