package org.comity.forum;

/** A line of the public table: no room, no post, no person. */
public record CountedModeration(
        String quarter, ModerationStep action, String reason, long times, long appealed, long lifted) {}
