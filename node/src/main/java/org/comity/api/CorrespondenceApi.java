package org.comity.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.comity.casework.Correspondence;
import org.comity.casework.Correspondence.Arrived;
import org.comity.casework.Correspondence.Format;
import org.comity.casework.Correspondence.Paper;
import org.comity.vocabulary.AddressedRequest;
import org.comity.vocabulary.Channel;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RequestAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A State without a node: what it said is recorded, what goes to it is a finished letter. */
@RestController
@RequestMapping("/api/v1")
class CorrespondenceApi {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static final String SHORT = "/requests" + RequestAddress.SHORT;
    private static final String WHOLE = "/requests" + RequestAddress.WHOLE;

    private final Correspondence correspondence;
    private final ReadingRequest reading;
    private final AnsweringIdempotently answering;

    CorrespondenceApi(Correspondence correspondence, ReadingRequest reading, AnsweringIdempotently answering) {
        this.correspondence = correspondence;
        this.reading = reading;
        this.answering = answering;
    }

    /** A request that came by letter, mail, phone, INTERPOL or hand. */
    @PostMapping("/recorded-requests")
    ResponseEntity<byte[]> request(@WithScan IdempotentRequest wish, Locale language) {
        wish.only("procedure", "counterpart", "body", "cameBy", "cameOn", "number", "text", "scan");
        var arrived = arrived(wish);
        return answering.once(
                wish,
                HttpStatus.CREATED,
                () -> reading.read(
                        correspondence.recordRequest(
                                wish.text("procedure"),
                                wish.text("counterpart"),
                                wish.object("body"),
                                arrived,
                                wish.by()),
                        wish.by(),
                        language));
    }

    /** What the other State may say now. */
    @GetMapping({SHORT + "/recorded-acts", WHOLE + "/recorded-acts"})
    Expected expected(@AddressedRequest String reference, Official by) {
        reading.row(reference, by);
        return new Expected(correspondence.expected(reference, by));
    }

    @PostMapping({SHORT + "/recorded-acts", WHOLE + "/recorded-acts"})
    ResponseEntity<byte[]> record(
            @AddressedRequest String reference, @WithScan IdempotentRequest wish, Locale language) {
        wish.only("type", "body", "facts", "cameBy", "cameOn", "number", "text", "scan");
        reading.row(reference, wish.by());
        var arrived = arrived(wish);
        return answering.once(wish, HttpStatus.CREATED, () -> {
            correspondence.record(
                    reference, wish.text("type"), wish.object("body"), wish.object("facts"), arrived, wish.by());
            return reading.read(reference, wish.by(), language);
        });
    }

    @GetMapping({SHORT + "/letter.pdf", SHORT + "/letter.docx", WHOLE + "/letter.pdf", WHOLE + "/letter.docx"})
    ResponseEntity<byte[]> letter(
            @AddressedRequest String reference,
            @RequestParam(required = false) @Nullable String act,
            Official by,
            HttpServletRequest asked) {
        reading.row(reference, by);
        return paper(correspondence.letter(reference, act, format(asked), by), reference + "-letter", format(asked));
    }

    @GetMapping({SHORT + "/reminder.pdf", SHORT + "/reminder.docx", WHOLE + "/reminder.pdf", WHOLE + "/reminder.docx"})
    ResponseEntity<byte[]> reminder(@AddressedRequest String reference, Official by, HttpServletRequest asked) {
        reading.row(reference, by);
        return paper(correspondence.reminder(reference, format(asked), by), reference + "-reminder", format(asked));
    }

    /** A letter or a reminder left by mail, bag, INTERPOL, phone or hand. */
    @PostMapping({SHORT + "/letters-sent", WHOLE + "/letters-sent"})
    ResponseEntity<byte[]> left(@AddressedRequest String reference, IdempotentRequest wish, Locale language) {
        wish.only("paper", "act", "by", "day", "number");
        reading.row(reference, wish.by());
        var paper = wish.word("paper", Paper.class);
        var channel = wish.word("by", Channel.class);
        var day = wish.day("day");
        return answering.once(wish, HttpStatus.CREATED, () -> {
            correspondence.left(reference, paper, act(wish), channel, day, wish.textOr("number", ""), wish.by());
            return reading.read(reference, wish.by(), language);
        });
    }

    /** They confirmed that our letter came; an answer that is recorded says so by itself. */
    @PostMapping({SHORT + "/letters-received", WHOLE + "/letters-received"})
    ResponseEntity<byte[]> received(@AddressedRequest String reference, IdempotentRequest wish, Locale language) {
        wish.only("act", "day");
        reading.row(reference, wish.by());
        var day = wish.day("day");
        return answering.once(wish, HttpStatus.CREATED, () -> {
            correspondence.received(reference, act(wish), day, wish.by());
            return reading.read(reference, wish.by(), language);
        });
    }

    /** Null: the one that is next. */
    private static @Nullable String act(IdempotentRequest wish) {
        var act = wish.textOr("act", "");
        return act.isEmpty() ? null : act;
    }

    private static Format format(HttpServletRequest asked) {
        return asked.getRequestURI().endsWith(".pdf") ? Format.PDF : Format.DOCX;
    }

    private static ResponseEntity<byte[]> paper(byte[] bytes, String called, Format format) {
        var name = RequestAddress.fileName(called);
        return format == Format.PDF
                ? DownloadsApi.file(bytes, MediaType.APPLICATION_PDF, name + ".pdf")
                : DownloadsApi.file(bytes, MediaType.parseMediaType(DOCX), name + ".docx");
    }

    private static Arrived arrived(IdempotentRequest wish) {
        return new Arrived(
                wish.word("cameBy", Channel.class),
                wish.day("cameOn"),
                wish.textOr("number", ""),
                wish.textOr("text", ""),
                wish.bytes("scan"));
    }

    record Expected(List<String> expected) {}
}
