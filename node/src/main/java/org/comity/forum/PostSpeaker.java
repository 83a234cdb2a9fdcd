package org.comity.forum;

import org.jspecify.annotations.Nullable;

/** Says who speaks in a contribution; in a room under the Chatham House Rule nothing else in the forum's tables tells it. */
record PostSpeaker(
        String participant,
        String person,
        String name,
        @Nullable String thread) {}
