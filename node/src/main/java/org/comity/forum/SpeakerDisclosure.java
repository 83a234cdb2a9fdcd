package org.comity.forum;

import org.jspecify.annotations.Nullable;

/** @param agreedBy null while it waits for a second person */
public record SpeakerDisclosure(
        long id, String askedBy, String why, @Nullable String agreedBy) {}
