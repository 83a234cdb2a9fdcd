package org.comity.casework.offices;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.comity.casework.offices.PassingToOffice.Typed;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.ui.TypedText;
import org.comity.vocabulary.AddressedRequest;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RequestAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Offices inside our State for the desk's programs: what each may do, and what was passed on and came back with a note. */
@RestController
@RequestMapping("/api/v1")
class OfficesApi {

    private static final String OF = "/requests";
    private static final String SHORT = OF + RequestAddress.SHORT + "/offices";
    private static final String WHOLE = OF + RequestAddress.WHOLE + "/offices";

    private final KeepingOffices keeping;
    private final PassingToOffice passing;

    OfficesApi(KeepingOffices keeping, PassingToOffice passing) {
        this.keeping = keeping;
        this.passing = passing;
    }

    /** The file that can be read back; who answers for an office is not in it. */
    @GetMapping(path = "/offices", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] offices(Official by) {
        return keeping.file(by);
    }

    /** Writes each office of the file; those that it does not name stay as they are. */
    @PutMapping("/offices")
    Written write(@RequestBody byte[] file, Official by) {
        return new Written(keeping.load(file, by));
    }

    @GetMapping({SHORT, WHOLE})
    Passed passed(@AddressedRequest String reference, Official by) {
        var view = passing.view(reference, Typed.NOTHING, FormProblems.NONE, by);
        return new Passed(
                view.row().reference(),
                view.possible(),
                view.lines().stream().map(PassageJson::of).toList(),
                view.fits().stream()
                        .map(it -> new FitJson(it.office().id(), it.places(), it.matters()))
                        .toList());
    }

    @PostMapping({SHORT, WHOLE})
    ResponseEntity<Passed> pass(
            @AddressedRequest String reference, @RequestBody PassWish wish, Official by, Locale locale) {
        var typed = new Typed(
                Objects.requireNonNullElse(wish.office(), ""),
                TypedText.clean(Objects.requireNonNullElse(wish.asked(), "")),
                TypedText.clean(Objects.requireNonNullElse(wish.aim(), "")));
        OfficeRefused.mustBeRight(passing.pass(reference, typed, by, Language.of(locale)));
        return ResponseEntity.status(HttpStatus.CREATED).body(passed(reference, by));
    }

    @PostMapping({SHORT + "/taking-back", WHOLE + "/taking-back"})
    Passed takeBack(@AddressedRequest String reference, @RequestBody PassageWish wish, Official by, Locale locale) {
        passing.takeBack(reference, wish.passage(), by, Language.of(locale));
        return passed(reference, by);
    }

    /** The desk has read the notes of what came back. */
    @PostMapping({SHORT + "/return-read", WHOLE + "/return-read"})
    Passed read(@AddressedRequest String reference, Official by) {
        passing.noted(reference, by);
        return passed(reference, by);
    }

    record Written(int offices) {}

    /** @param aim a day, or nothing */
    record PassWish(
            @Nullable String office,
            @Nullable String asked,
            @Nullable String aim) {}

    record PassageWish(long passage) {}

    /** @param possible it came to us and is not over; {@code fits} those that may do it, the likeliest first */
    record Passed(String reference, boolean possible, List<PassageJson> passages, List<FitJson> fits) {}

    record FitJson(String office, List<String> places, List<String> matters) {}

    /** @param end null while it is with the office; {@code unread} it came back and nobody has said that it was read */
    record PassageJson(
            long id,
            String office,
            String asked,
            @Nullable LocalDate aim,
            Instant passedAt,
            @Nullable LocalDate ownAim,
            boolean late,
            @Nullable String end,
            String note,
            @Nullable Instant endedAt,
            boolean unread) {

        static PassageJson of(PassagesView.Line line) {
            return of(line.passage(), line.late());
        }

        static PassageJson of(Passage it, boolean late) {
            return new PassageJson(
                    it.id(),
                    it.office(),
                    it.asked(),
                    it.aim(),
                    it.passedAt(),
                    it.ownAim(),
                    late,
                    it.end() == null ? null : it.end().name(),
                    it.note(),
                    it.endedAt(),
                    it.unread());
        }
    }
}
