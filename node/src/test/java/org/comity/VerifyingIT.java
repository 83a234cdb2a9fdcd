package org.comity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import org.comity.proof.seal.Anchor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Somebody checks a file before a real browser, fills in what the page asks for, and sees the verdict become better. */
class VerifyingIT extends PagesOfOneNode {

    private static final Path VECTORS = Path.of("../docs/protocol/vectors");
    private static final String BUTTON = "form[action^='/verify'] button";

    /** The two who are furthest apart; {@code --full} has French, and English on a narrow screen, too. */
    static Stream<Arguments> readers() {
        var apart = List.of(arguments("en", 1280, true), arguments("ar", 320, false));
        var others = List.of(arguments("en", 320, false), arguments("fr", 320, false));
        return Stream.of(apart, Boolean.getBoolean("comity.full") ? others : List.<Arguments>of())
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("readers")
    void what_is_missing_is_filled_in_and_the_file_holds(String language, int width, boolean script) throws Exception {
        var own = sent("XD-1", ordinary(), "tolva").reference();
        try (var chair = chair("duty-officer", language, width, script)) {
            chair.open("/requests/" + own + "/record");
            var command = chair.textOf("#verify");
            var export = chair.fetched("a[href$='/thread.zip']");
            chair.open("/verify");
            chair.upload("file", own + ".zip", export);
            chair.press(BUTTON, "verify-own");
            assertThat(chair.has("#verdict[data-result=keeper-alone]")).isTrue();

            chair.upload("file", own + ".zip", export);
            opensField(chair);
            chair.fill("anchors", command);
            chair.press(BUTTON, "verify-own-by-command");
            assertThat(chair.has("#verdict[data-result=keeper-alone]")).isTrue();
            looksThrough(chair, "verify-own-opened");

            checks(chair, "XA-1/seal=" + fingerprint("xa-1.pem"), "verify-one-given");
            assertThat(chair.has("#verdict[data-result=keeper-unknown]")).isTrue();
            assertThat(chair.typed("anchors").lines().skip(1)).containsExactly("XB-1/seal=", "XB-1/register=");
            looksThrough(chair, "verify-one-given-opened");
            var filled = chair.typed("anchors")
                    .replaceFirst("XB-1/seal=", "XB-1/seal=" + fingerprint("xb-1.pem"))
                    .replaceFirst("XB-1/register=", "XB-1/register=" + fingerprint("xb-1-register.pem"));
            checks(chair, filled, "verify-all-given");
            assertThat(chair.has("#verdict[data-result=holds]")).isTrue();

            checks(chair, "XA-1/seal=" + "0".repeat(64), "verify-wrong");
            assertThat(chair.has("#verdict[data-result=does-not-hold]")).isTrue();
            looksThrough(chair, "verify-wrong-opened");
            checks(chair, "no fingerprint, but " + "a".repeat(90), "verify-unread");
            assertThat(chair.has("#f-anchors-problem")).isTrue();
            assertThat(chair.typed("anchors")).startsWith("no fingerprint");
            chair.upload("file", "note.zip", "none".getBytes(UTF_8));
            chair.fill("anchors", "");
            chair.press(BUTTON, "verify-none");
            assertThat(chair.has("#verdict[data-result=unreadable]")).isTrue();
        }
    }

    private static void checks(SeatedChair chair, String fingerprints, String as) throws Exception {
        chair.upload("file", "thread.zip", Files.readAllBytes(VECTORS.resolve("thread.zip")));
        opensField(chair);
        chair.fill("anchors", fingerprints);
        chair.press(BUTTON, as);
    }

    /** It is open where something stands in it. */
    private static void opensField(SeatedChair chair) {
        if (!chair.has("main form details[open]")) chair.opens("main form summary", "verify-field");
    }

    /** With each part open, it fits. */
    private static void looksThrough(SeatedChair chair, String as) {
        while (chair.has("main details.card:not([open])")) {
            chair.opens("main details.card:not([open]) > summary", as);
        }
        chair.fits();
    }

    private static String fingerprint(String pem) throws Exception {
        var certificate = CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(Files.readAllBytes(VECTORS.resolve(pem))));
        return Anchor.fingerprint((X509Certificate) certificate);
    }
}
