package org.comity.casework.offices;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.comity.casework.OfficesByProgram.PassageJson;
import org.comity.ui.FormProblems;
import org.comity.ui.TypedText;
import org.comity.vocabulary.AddressedRequest;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RequestAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** An office's own face for programs: the requests that are with it, and its own aim. */
@RestController
@RequestMapping("/api/v1/office")
class OfficeDeskApi {

    private final OfficeDesk office;

    OfficeDeskApi(OfficeDesk office) {
        this.office = office;
    }

    @GetMapping
    Listed list(Official by) {
        return new Listed(office.mine(by).stream().map(WithUs::of).toList());
    }

    @GetMapping({RequestAddress.SHORT, RequestAddress.WHOLE})
    Read one(@AddressedRequest String reference, Official by, Locale language) {
        var view = office.view(reference, "", FormProblems.NONE, by, language);
        return new Read(
                WithUs.of(view.line()),
                view.sections().stream()
                        .map(it -> new SaidJson(it.label(), it.paragraphs()))
                        .toList());
    }

    @GetMapping(
            path = {RequestAddress.SHORT + "/request.pdf", RequestAddress.WHOLE + "/request.pdf"},
            produces = MediaType.APPLICATION_PDF_VALUE)
    byte[] document(@AddressedRequest String reference, Official by) {
        return office.document(reference, by).orElseThrow(() -> OfficeRefused.unknownRequest(reference));
    }

    @PutMapping({RequestAddress.SHORT + "/aim", RequestAddress.WHOLE + "/aim"})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void aim(@AddressedRequest String reference, @RequestBody AimWish wish, Official by) {
        var day = TypedText.clean(Objects.requireNonNullElse(wish.day(), ""));
        OfficeRefused.mustBeRight(office.aim(reference, day, by));
    }

    record Listed(List<WithUs> requests) {}

    record WithUs(String reference, String counterpart, String procedure, PassageJson passage) {

        static WithUs of(OfficeRequestView.Line line) {
            return new WithUs(
                    line.row().reference(),
                    line.row().counterpart(),
                    line.row().procedure(),
                    PassingByProgram.json(line.passage(), line.late()));
        }
    }

    /** @param sections empty once the text was deleted under the retention rule */
    record Read(WithUs request, List<SaidJson> sections) {}

    record SaidJson(String label, List<String> paragraphs) {}

    /** @param day or nothing: no aim of its own */
    record AimWish(@Nullable String day) {}
}
