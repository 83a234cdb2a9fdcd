package org.comity.forum;

import java.time.Duration;
import java.util.List;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.comity.vocabulary.SharingChannel;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes the week's digest as a mail would hold it: only what may be in a mail to this reader. */
@Component
class WritingDigest {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final int MOST = 100;
    private static final int LONGEST = 400;

    private final ReadingRooms reading;
    private final Words words;
    private final String origin;

    WritingDigest(ReadingRooms reading, Words words, @Value("${node.origin}") String origin) {
        this.reading = reading;
        this.words = words;
        this.origin = origin;
    }

    /** Plain text; empty if there is nothing to tell. */
    String text(Language language, RoomReader to) {
        List<KeptPost> posts = reading.newest(null, SharingChannel.MAIL, WEEK, MOST, to);
        if (posts.isEmpty()) return "";
        var text = new StringBuilder(words.say(language, "forum.digest.begin")).append("\r\n");
        for (var post : posts) {
            text.append("\r\n")
                    .append(post.light().mark())
                    .append("  ")
                    .append(post.title().isEmpty() ? Speaking.subject(post.id()) : post.title())
                    .append("\r\n")
                    .append(shortened(post.text()))
                    .append("\r\n")
                    .append(origin)
                    .append("/rooms/posts/")
                    .append(post.id())
                    .append("\r\n");
        }
        return text.append("\r\n")
                .append(words.say(language, "forum.digest.end"))
                .append("\r\n")
                .toString();
    }

    private static String shortened(String text) {
        var line = text.replaceAll("\\s+", " ");
        if (line.codePointCount(0, line.length()) <= LONGEST) return line;
        return line.substring(0, line.offsetByCodePoints(0, LONGEST)) + " …";
    }
}
