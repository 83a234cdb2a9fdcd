package org.comity.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.startsWith;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.comity.exchange.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.CannotAcquireLockException;

/** A mail that cannot be read is set aside; one that could not be taken now stays; and neither keeps the others back. */
class RepliesInTimeTest {

    private static final String UNREADABLE = "Content-Transfer-Encoding: no-such\r\n";

    @TempDir
    Path folder;

    private final TakingReplies taking = mock(TakingReplies.class);
    private final SendingReplyMails sending = mock(SendingReplyMails.class);
    private final SettableClock clock = new SettableClock();
    private RepliesInTime replies;

    @BeforeEach
    void a_folder() throws IOException {
        Files.createDirectory(folder.resolve("new"));
        var post = mock(MailPost.class);
        when(post.on()).thenReturn(true);
        var settings = new ReplySettings(folder, "rooms@xa.example", Duration.ofDays(14), 10);
        replies = new RepliesInTime(taking, sending, mock(ReplyRows.class), settings, post, clock);
    }

    @Test
    void while_the_database_is_away_a_mail_stays_and_the_next_look_takes_it() throws IOException {
        delivered("a", "");
        delivered("b", "");
        doThrow(new CannotAcquireLockException("away")).when(taking).take(eq("a"), any());
        replies.look();
        assertThat(left("new")).containsExactly("a");
        assertThat(folder.resolve("cur")).doesNotExist();
        verify(taking).take(eq("b"), any());

        doNothing().when(taking).take(eq("a"), any());
        replies.look();
        assertThat(left("new")).isEmpty();
    }

    @Test
    void what_nobody_can_read_is_set_aside() throws IOException {
        delivered("a", UNREADABLE);
        replies.look();

        assertThat(left("new")).isEmpty();
        assertThat(left("cur")).containsExactly("a:2,S");
    }

    @Test
    void where_nothing_can_be_set_aside_the_others_are_taken_and_mails_are_sent() throws IOException {
        Files.createFile(folder.resolve("cur"));
        delivered("a", UNREADABLE);
        delivered("b", "");
        replies.look();

        assertThat(left("new")).containsExactly("a");
        verify(taking).take(eq("b"), any());
        verify(sending).sendSome();
    }

    @Test
    void one_look_takes_all_that_came_until_its_time_is_over() throws IOException {
        for (int n = 100; n < 230; n++) delivered("a" + n, "");
        replies.look();
        verify(taking, times(130)).take(startsWith("a"), any());
        assertThat(left("new")).isEmpty();

        for (int n = 0; n < 9; n++) delivered("b" + n, "");
        doAnswer(it -> {
                    clock.forward(Duration.ofSeconds(20));
                    return null;
                })
                .when(taking)
                .take(startsWith("b"), any());
        replies.look();
        assertThat(left("new")).containsExactly("b3", "b4", "b5", "b6", "b7", "b8");
        verify(sending, times(2)).sendSome();
    }

    private void delivered(String name, String header) throws IOException {
        var to = "rooms+%s@xa.example".formatted("0123456789abcdef".repeat(3));
        Files.writeString(
                folder.resolve("new").resolve(name), "From: a@xa.example\r\nTo: " + to + "\r\n" + header + "\r\nx");
    }

    private List<String> left(String where) throws IOException {
        try (var files = Files.list(folder.resolve(where))) {
            return files.map(it -> it.getFileName().toString()).sorted().toList();
        }
    }
}
