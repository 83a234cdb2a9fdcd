package org.comity.forum;

import java.time.Instant;
import org.comity.vocabulary.TrafficLight;
import org.jspecify.annotations.Nullable;

/** A source's consent to a wider label: asked for, or given. */
public record SourceConsent(
        TrafficLight wider, String why, @Nullable Instant givenAt) {}
