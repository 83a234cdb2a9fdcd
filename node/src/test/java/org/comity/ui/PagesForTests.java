package org.comity.ui;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.UnaryOperator;
import org.comity.ui.words.WordsForTests;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;

/** A page of Aldoria without a request, for tests that draw a template alone. */
public final class PagesForTests {

    private PagesForTests() {}

    public static Page english(Instant now) {
        return page("en", now, null);
    }

    public static Page english(Instant now, Official official) {
        return page("en", now, official);
    }

    public static Page arabic(Instant now) {
        return page("ar", now, null);
    }

    /** Which has a form. */
    public static Page withForms(String language, Instant now, Official official) {
        return page(language, now, official, new Csrf(() -> "_csrf", () -> "token"));
    }

    /** Which sounds. */
    public static Page alarmed(Instant now, Official official, Alarm alarm) {
        return page("en", now, official, new Csrf(() -> "_csrf", () -> "token"), alarm);
    }

    private static Page page(String language, Instant now, @Nullable Official official) {
        return page(language, now, official, null);
    }

    private static Page page(String language, Instant now, @Nullable Official official, @Nullable Csrf csrf) {
        return page(language, now, official, csrf, null);
    }

    private static Page page(
            String language, Instant now, @Nullable Official official, @Nullable Csrf csrf, @Nullable Alarm alarm) {
        return new Page(
                WordsForTests.load(),
                Language.of(language).orElseThrow(),
                "auto",
                csrf,
                "/desk",
                official,
                official == null ? null : official.id(),
                new Aldoria(),
                Practising.NOTHING,
                true,
                now,
                List.of(),
                List.of(),
                UnaryOperator.identity(),
                alarm,
                ReturnedForm.NOTHING,
                0,
                false);
    }

    private static final class Aldoria implements OwnNode {

        @Override
        public String node() {
            return "XA-1";
        }

        @Override
        public String code() {
            return "XA";
        }

        @Override
        public String name(String language) {
            return language.equals("ar") ? "ألدوريا" : "Aldoria";
        }

        @Override
        public String capital(String language) {
            return language.equals("ar") ? "فيلين" : "Velin";
        }

        @Override
        public ZoneId zone() {
            return ZoneOffset.ofHours(2);
        }
    }
}
