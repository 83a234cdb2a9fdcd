package org.comity.implementation.review;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;
import org.comity.implementation.HeldReviews;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * Says whether reviews are held here: only where {@code node.review.enabled} says so, after those who may decide on a review
 * have decided. Which procedure carries them is in {@code implementation/lists.txt}; no class names it.
 */
@Component
class ReviewSwitch implements HeldReviews {

    private final boolean on;
    private final String procedure = read();

    ReviewSwitch(@Value("${node.review.enabled:false}") boolean on) {
        this.on = on;
    }

    @Override
    public boolean on() {
        return on;
    }

    /** As the law data name it. */
    String procedure() {
        return procedure;
    }

    /** Where no review is held there is no such page. */
    void mustBeOn() {
        if (!on) throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private static String read() {
        var lists = new Properties();
        try (var file = Objects.requireNonNull(ReviewSwitch.class.getResourceAsStream("/implementation/lists.txt"))) {
            lists.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Objects.requireNonNull(lists.getProperty("review"), "review");
    }
}
