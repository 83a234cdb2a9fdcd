package org.comity.api;

import java.util.Locale;
import org.comity.casework.OfficesByProgram;
import org.comity.ui.Language;
import org.comity.vocabulary.AddressedRequest;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RequestAddress;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Passing a request on to an office inside our State, taking it back, and giving it back with a note. */
@RestController
@RequestMapping("/api/v1")
class OfficePassingApi {

    private static final String OF = "/requests";
    private static final String SHORT = OF + RequestAddress.SHORT + "/offices";
    private static final String WHOLE = OF + RequestAddress.WHOLE + "/offices";
    private static final String OFFICE = "/office";

    private final OfficesByProgram offices;
    private final AnsweringIdempotently answering;

    OfficePassingApi(OfficesByProgram offices, AnsweringIdempotently answering) {
        this.offices = offices;
        this.answering = answering;
    }

    @GetMapping({SHORT, WHOLE})
    OfficesByProgram.Passed passed(@AddressedRequest String reference, Official by) {
        return offices.passed(reference, by);
    }

    @PostMapping({SHORT, WHOLE})
    ResponseEntity<byte[]> pass(@AddressedRequest String reference, IdempotentRequest wish, Locale locale) {
        wish.only("office", "asked", "aim");
        var office = wish.typed("office");
        var asked = wish.typed("asked");
        var aim = wish.typed("aim");
        return answering.once(
                wish,
                HttpStatus.CREATED,
                () -> offices.pass(reference, office, asked, aim, wish.by(), Language.of(locale)));
    }

    @PostMapping({SHORT + "/taking-back", WHOLE + "/taking-back"})
    ResponseEntity<byte[]> takeBack(@AddressedRequest String reference, IdempotentRequest wish, Locale locale) {
        long passage = wish.only("passage").number("passage");
        return answering.once(
                wish, HttpStatus.OK, () -> offices.takeBack(reference, passage, wish.by(), Language.of(locale)));
    }

    /** The desk has read the notes of what came back. */
    @PostMapping({SHORT + "/return-read", WHOLE + "/return-read"})
    ResponseEntity<byte[]> read(@AddressedRequest String reference, IdempotentRequest wish) {
        wish.only();
        return answering.once(wish, HttpStatus.OK, () -> offices.noted(reference, wish.by()));
    }

    /** From then on the office no longer sees it. */
    @PostMapping({OFFICE + RequestAddress.SHORT + "/return", OFFICE + RequestAddress.WHOLE + "/return"})
    ResponseEntity<byte[]> giveBack(@AddressedRequest String reference, IdempotentRequest wish, Locale locale) {
        wish.only("how", "note");
        var how = wish.typed("how");
        var note = wish.typed("note");
        return answering.once(wish, HttpStatus.NO_CONTENT, () -> {
            offices.giveBack(reference, how, note, wish.by(), Language.of(locale));
            return null;
        });
    }
}
