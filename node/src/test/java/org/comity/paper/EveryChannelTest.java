package org.comity.paper;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.comity.House;
import org.comity.procedure.Dispatch;
import org.comity.sealing.OfficialLetter.Address;
import org.comity.ui.words.WordsForTests;
import org.comity.vocabulary.Channel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each place that names the channel of an act of ours knows every one of them. */
class EveryChannelTest {

    private static final JsonMapper JSON = new JsonMapper();

    /** A seat is worded by who sits in it; the others are the same in both directions. */
    @ParameterizedTest
    @EnumSource(Channel.class)
    void lists_have_words_for_it_by_the_side_that_asks(Channel channel) {
        for (var language : List.of("en", "ar")) {
            var word = WordsForTests.written(language).get("desk.by." + PaperArrival.word(channel));
            assertThat(word).as("%s %s", language, channel).isNotBlank();
            var said = Stream.of("us", "them", "either")
                    .map(it -> new MessageFormat(word, ULocale.forLanguageTag(language)).format(Map.of("asked", it)))
                    .distinct();
            assertThat(said).hasSize(channel == Channel.SEAT ? 3 : 1).noneMatch(String::isBlank);
        }
    }

    /** The head of a letter names how it goes; nothing goes by node or to a seat, and what is printed says nothing of it. */
    @ParameterizedTest
    @EnumSource(Channel.class)
    void a_printed_letter_says_how_it_goes_if_it_goes(Channel channel) {
        var ways = Map.of(
                Channel.MAIL, "By e-mail, 24 November 2026",
                Channel.PHONE, "Read out by telephone, 24 November 2026",
                Channel.BAG, "By letter or diplomatic bag, no. 118, 24 November 2026",
                Channel.INTERPOL, "Through INTERPOL, 24 November 2026",
                Channel.HAND, "By hand, 24 November 2026");
        var letter = new SpecimenLetters("en").preservation("uncc/2", channel);
        var heads = letter.parts().stream()
                .flatMap(it -> it.blocks().stream())
                .filter(Address.class::isInstance)
                .map(Address.class::cast);
        assertThat(heads).isNotEmpty().extracting(Address::channel).containsOnly(ways.getOrDefault(channel, ""));
    }

    @ParameterizedTest
    @EnumSource(
            value = Channel.class,
            names = {"NODE"},
            mode = EnumSource.Mode.EXCLUDE)
    void only_a_letter_is_posted(Channel channel) {
        var now = Instant.parse("2026-11-24T12:00:00Z");
        var way = new Dispatch("a", now, now, channel, "", LocalDate.of(2026, 11, 24), null, now, null);
        assertThat(way.atSeat()).isEqualTo(!PaperArrival.CHANNELS.contains(channel));
    }

    /** A client that was generated from the description reads whatever we send. */
    @Test
    void the_description_of_the_interface_names_every_way_of_a_letter() throws Exception {
        var file = House.root().resolve("node/src/main/resources/api/openapi.json");
        var named = JSON.readTree(Files.readString(file))
                .at("/components/schemas/Letter/properties/by/enum")
                .valueStream()
                .filter(it -> !it.isNull())
                .map(JsonNode::asString);
        var sent = EnumSet.complementOf(EnumSet.of(Channel.NODE)).stream().map(PaperArrival::word);
        assertThat(named).containsExactlyInAnyOrderElementsOf(sent.toList());
    }
}
