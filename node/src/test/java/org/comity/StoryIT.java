package org.comity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.TwoNodes.chair;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.comity.proof.verify.Verify;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The story of a preservation between two real nodes, each a process with its own database, played in real browsers: in
 * English with script, in Arabic on a narrow screen without.
 */
@ExtendWith(TwoNodes.class)
class StoryIT {

    private static final boolean FULL = Boolean.getBoolean("comity.full");

    @ParameterizedTest
    @MethodSource("desksTurned")
    void a_preservation_goes_from_desk_to_desk(Reader ours, Reader asked) {
        try (var officer = chair(1, "duty-officer", ours);
                var second = chair(1, "second-officer", ours);
                var theirs = chair(2, "duty-officer", asked);
                var theirSecond = chair(2, "second-officer", asked);
                var magistrate = chair(2, "magistrate", asked);
                var oversight = chair(1, "oversight", ours);
                var administrator = chair(1, "administrator", ours)) {
            theirs.open("/desk");

            var reference = Story.request(officer, second);

            theirs.seesNews(asked.script());
            Story.answers(reference, officer, theirs, theirSecond, magistrate);
            Story.moreTime(reference, officer, second, theirs, theirSecond);
            officer.open("/requests/" + reference + "/record");
            assertThat(officer.has(".note.green")).as(officer.text()).isTrue();
            holdsAsPrinted(officer);
            oversight.open("/oversight");
            oversight.open("/requests/" + reference);
            assertThat(oversight.has(".card.rec")).isTrue();
            officer.looksAround();
            officer.open("/courier");
            for (var path : List.of("/admin/people", "/admin/health", "/admin/revocations")) {
                administrator.open(path);
            }
        }
    }

    /** Told on one page; the other desk turns red on whatever page it is, with script by itself, until one acknowledges. */
    @ParameterizedTest(name = "{0} at {1}, script {2}")
    @MethodSource("wide")
    void an_emergency_turns_the_other_desk_red_until_it_is_acknowledged(String language, int width, boolean script) {
        try (var officer = chair(1, "duty-officer", language, width, script);
                var second = chair(1, "second-officer", language, width, script);
                var theirs = chair(2, "duty-officer", language, width, script)) {
            leftByOthers(theirs);

            var reference = Story.emergency(officer);

            if (script) {
                theirs.sees(".siren", reference);
            } else {
                theirs.waitFor("/directory", ".siren");
            }
            theirs.open("/desk", "emergency-arrives");
            assertThat(theirs.title()).matches("\\(\\d+\\) .+ – Comity");
            assertThat(theirs.has("#siren + .clocks"))
                    .as("it stands where the search box stood")
                    .isTrue();
            if (script) {
                theirs.pressInVain("[data-alarm-allow]");
                theirs.waitsFor("body[data-alarm=sounding]");
                theirs.pressInVain("[data-alarm-silence]");
                theirs.waitsFor("body[data-alarm=silenced]");
            }
            theirs.press(".siren form button", "emergency-answer");
            assertThat(theirs.path()).as("one press has led to the signature").endsWith("/approve");
            assertThat(theirs.has(".answer .sheet") && theirs.has(".hours"))
                    .as(theirs.text())
                    .isTrue();
            theirs.press("button[name=method][value=practice]", "emergency-answered");
            assertThat(theirs.path()).isEqualTo("/requests/" + reference);
            assertThat(theirs.has("#siren[data-reference='" + reference + "']")).isFalse();

            officer.waitFor("/requests/" + reference, ".reg li.them");
            second.open("/desk", "emergency-to-confirm");
            assertThat(second.has("tr.own1 a[href^='/confirmations/']"))
                    .as("a second officer confirms it")
                    .isTrue();
        }
    }

    /** The bar speaks of the oldest: emergencies that other stories left at these nodes are acknowledged first. */
    private static void leftByOthers(SeatedChair theirs) {
        theirs.open("/directory");
        while (theirs.has(".siren form button")) {
            theirs.press(".siren form button");
            theirs.press("button[name=method][value=practice]");
            theirs.open("/directory");
        }
    }

    /** The command that the record prints, with the file that it offers: word by word, on a machine that has only these. */
    private static void holdsAsPrinted(SeatedChair officer) {
        var words = List.of(officer.textOf("#verify").split(" "));
        assertThat(words).startsWith("./comity", "verify");
        var said = new ByteArrayOutputStream();
        try {
            var file = Files.createTempDirectory("record").resolve(words.get(2));
            Files.write(file, officer.fetched("a[href$='/thread.zip']"));
            var arguments = new ArrayList<>(words.subList(2, words.size()));
            arguments.set(0, file.toString());
            assertThat(Verify.run(arguments.toArray(String[]::new), new PrintStream(said), new PrintStream(said)))
                    .as(said.toString())
                    .isZero();
            ForeignReader.holds(file, arguments);
            var ofTheDemo = new ArrayList<>(TwoNodes.anchors());
            ofTheDemo.addFirst(file.toString());
            assertThat(Verify.run(ofTheDemo.toArray(String[]::new), new PrintStream(said), new PrintStream(said)))
                    .as(said.toString())
                    .isZero();
            Files.delete(file);
            Files.delete(file.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The two furthest apart say the most; {@code ./comity test --full} plays all eight. */
    static Stream<Arguments> browsers() {
        return readers().map(it -> Arguments.of(it.language(), it.width(), it.script()));
    }

    static Stream<Reader> readers() {
        return FULL ? all() : Stream.of(Reader.WIDE, Reader.NARROW);
    }

    /** One desk in English with script, the other in Arabic on a narrow screen without; in a full run both are alike, eight times. */
    static Stream<Arguments> desks() {
        return FULL ? all().map(it -> Arguments.of(it, it)) : Stream.of(Arguments.of(Reader.WIDE, Reader.NARROW));
    }

    /** The desks changed, so that each reader writes a request and answers one. */
    static Stream<Arguments> desksTurned() {
        return FULL ? desks() : Stream.of(Arguments.of(Reader.NARROW, Reader.WIDE));
    }

    /** For a story of one desk: another one has the wide screen. */
    static Stream<Arguments> narrow() {
        return FULL ? browsers() : browsers().skip(1);
    }

    static Stream<Arguments> wide() {
        return FULL ? browsers() : browsers().limit(1);
    }

    private static Stream<Reader> all() {
        return Stream.of("en", "ar")
                .flatMap(language -> Stream.of(1440, 320)
                        .flatMap(width -> Stream.of(true, false).map(script -> new Reader(language, width, script))));
    }
}
