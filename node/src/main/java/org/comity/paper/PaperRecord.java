package org.comity.paper;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.comity.vocabulary.Channel;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;

/**
 * Holds what is to be written down.
 *
 * @param role whose step it is
 * @param ours our own step of long ago, else the counterpart's
 * @param thread null if it opens one
 * @param happened when it was said or written
 * @param facts what the fold needs
 * @param files the scan, the pasted mail
 */
record PaperRecord(
        String procedure,
        String type,
        Role role,
        boolean ours,
        String counterpart,
        @Nullable String thread,
        Channel channel,
        Instant happened,
        Map<String, Object> body,
        Map<String, String> facts,
        List<Scan> files) {}
