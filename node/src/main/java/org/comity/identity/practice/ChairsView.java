package org.comity.identity.practice;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of chairs.
 *
 * @param states with a node of their own, in the configuration's order
 * @param others without a node, and the operator
 * @param third a State that could be started, or null
 */
public record ChairsView(List<StateView> states, List<StateView> others, boolean third) {

    /** @param chairs empty for a State without a node */
    public record StateView(
            String code, String name, String capital, ZoneId zone, String role, List<ChairView> chairs) {}

    /**
     * @param title a key of words; {@code about} too
     * @param waiting how many wait there, on our own node only
     */
    public record ChairView(
            String title, String about, URI link, @Nullable Integer waiting) {}
}
