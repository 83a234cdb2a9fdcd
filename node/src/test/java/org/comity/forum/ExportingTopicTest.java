package org.comity.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.comity.vocabulary.TrafficLight;
import org.junit.jupiter.api.Test;

/** A file of a topic that is too long says that it is not all. */
class ExportingTopicTest {

    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

    private final ReadingRooms reading = mock(ReadingRooms.class);
    private final ExportingTopic taking = new ExportingTopic(reading);

    @Test
    void a_file_that_is_not_all_says_so() {
        said(ExportingTopic.MOST);
        assertThat(json()).contains("\"more\":false", "Said " + ExportingTopic.MOST + ".");
        assertThat(taking.csv(1, RoomReader.NOBODY)).doesNotContain("more was said");

        said(ExportingTopic.MOST + 1);
        assertThat(json()).contains("\"more\":true").doesNotContain("Said " + (ExportingTopic.MOST + 1) + ".");
        assertThat(taking.csv(1, RoomReader.NOBODY)).contains("more was said");
    }

    private String json() {
        return new String(taking.json(1, RoomReader.NOBODY), StandardCharsets.UTF_8);
    }

    private void said(int times) {
        when(reading.topicBy(anyLong(), any(), any()))
                .thenReturn(new KeptTopic(
                        1,
                        "room",
                        TopicKind.QUESTION,
                        "A title",
                        "en",
                        TrafficLight.CLEAR,
                        List.of(),
                        NOON,
                        NOON,
                        null,
                        null,
                        List.of(),
                        null));
        when(reading.postsBy(eq(1L), any(), anyLong(), anyInt(), any()))
                .thenAnswer(it -> LongStream.rangeClosed(it.<Long>getArgument(2) + 1, times)
                        .limit(it.<Integer>getArgument(3))
                        .mapToObj(ExportingTopicTest::post)
                        .toList());
    }

    private static KeptPost post(long id) {
        return new KeptPost(
                id,
                1,
                "room",
                "",
                TrafficLight.CLEAR,
                "en",
                "Said " + id + ".",
                "XB-1",
                PostSource.PAGE,
                null,
                List.of(),
                NOON,
                null,
                null,
                null,
                false);
    }
}
