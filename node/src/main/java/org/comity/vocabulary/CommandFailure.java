package org.comity.vocabulary;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.security.cert.CertificateException;
import java.util.Properties;

/** Puts into words, for the person at the terminal, why a command ended without what it was asked for. */
public final class CommandFailure {

    /** Where the sentences of what commands refuse stand; a page says the same. */
    private static final String[] WORDS = {"sealing", "directory"};

    private CommandFailure() {}

    /** One line, and no name of a class where something better is known. */
    public static String told(Exception failure) {
        return (failure instanceof RuleBroken ? "Refused: " : "Not done: ") + sentence(failure);
    }

    private static String sentence(Exception failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            var said = String.valueOf(each.getMessage());
            if (said.contains("No space left") || said.contains("Disk quota exceeded")) {
                return "the disk is full. Free some space, or name a place on another disk, and run again.";
            }
            switch (each) {
                case RuleBroken rule -> {
                    return sentence(rule);
                }
                case FileSystemException file -> {
                    return sentence(file);
                }
                case CertificateException certificate -> {
                    return "the certificate at that address is not trusted (%s). Check the address, and name the certificates that vouch for it."
                            .formatted(certificate.getMessage());
                }
                case ConnectException _, HttpTimeoutException _ -> {
                    return "nothing answers at that address. Check the address, and whether the program there runs.";
                }
                default -> {}
            }
        }
        var said = failure.getMessage();
        return said == null || said.isBlank()
                ? "something failed (%s).".formatted(failure.getClass().getName())
                : said;
    }

    private static String sentence(FileSystemException failure) {
        var file = failure.getFile();
        return switch (failure) {
            case NoSuchFileException _ -> "%s is not there. Check the path.".formatted(file);
            case FileAlreadyExistsException _ -> "%s exists already; name another.".formatted(file);
            case AccessDeniedException _ -> "%s may not be read or written by this user.".formatted(file);
            default ->
                "%s: %s"
                        .formatted(
                                file,
                                failure.getReason() == null ? failure.getClass().getSimpleName() : failure.getReason());
        };
    }

    /** What happened, and what to do; the code and its facts where no sentence is known. */
    private static String sentence(RuleBroken rule) {
        for (var room : WORDS) {
            var words = words(room);
            var what = words.getProperty("error." + rule.code());
            if (what != null) {
                var told = what + " " + words.getProperty("error." + rule.code() + ".do", "");
                for (var fact : rule.facts().entrySet()) {
                    told = told.replace("{" + fact.getKey() + "}", fact.getValue());
                }
                // A page's sentence writes an apostrophe twice.
                return told.replace("''", "'").strip();
            }
        }
        return String.valueOf(rule.getMessage());
    }

    private static Properties words(String room) {
        var words = new Properties();
        try (var in = CommandFailure.class.getResourceAsStream("/messages/%s_en.properties".formatted(room))) {
            if (in != null) words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
