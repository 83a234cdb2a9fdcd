package org.comity.ui;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Writes a day as letters of a language do, with its month in letters, which nobody misreads: {@code 24 January 2027}. */
public final class WrittenDay {

    private WrittenDay() {}

    public static String of(LocalDate day, Locale language) {
        var written = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(own(language))
                .format(day);
        return language.getLanguage().equals("fr") ? written.replaceFirst("^1 ", "1er ") : written;
    }

    public static String of(YearMonth month, Locale language) {
        return DateTimeFormatter.ofLocalizedPattern("yMMMM")
                .withLocale(own(language))
                .format(month);
    }

    /** English as it is written outside America, where the day stands first. */
    private static Locale own(Locale language) {
        return language.getLanguage().equals("en") ? Locale.UK : language;
    }
}
