package org.comity.casework.offices;

import java.util.Locale;
import org.comity.casework.offices.Passage.End;
import org.comity.ui.FileAnswer;
import org.comity.ui.FileDownload;
import org.comity.ui.Flash;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.ui.TypedText;
import org.comity.vocabulary.AddressedRequest;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RequestAddress;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An office's own pages. */
@Controller
@RequestMapping("/office")
class OfficeDeskController {

    private static final String ONE = "casework/offices/one";

    private final OfficeDesk office;

    OfficeDeskController(OfficeDesk office) {
        this.office = office;
    }

    @GetMapping
    String list(Official by, Model model) {
        model.addAttribute("lines", office.mine(by));
        return "casework/offices/mine";
    }

    @GetMapping({RequestAddress.SHORT, RequestAddress.WHOLE})
    String one(@AddressedRequest String reference, Official by, Model model, Locale language) {
        model.addAttribute("view", office.view(reference, "", FormProblems.NONE, by, language));
        return ONE;
    }

    @FileDownload
    @GetMapping({RequestAddress.SHORT + "/request.pdf", RequestAddress.WHOLE + "/request.pdf"})
    ResponseEntity<byte[]> document(@AddressedRequest String reference, Official by) {
        return FileAnswer.saved(RequestAddress.fileName(reference) + ".pdf")
                .contentType(MediaType.APPLICATION_PDF)
                .body(office.document(reference, by).orElseThrow(() -> OfficeRefused.unknownRequest(reference)));
    }

    @PostMapping({RequestAddress.SHORT + "/aim", RequestAddress.WHOLE + "/aim"})
    String aim(
            @AddressedRequest String reference,
            @RequestParam(defaultValue = "") String ownAim,
            Official by,
            Model model,
            Locale language,
            RedirectAttributes redirect) {
        var problems = office.aim(reference, TypedText.clean(ownAim), by);
        if (problems.any()) {
            model.addAttribute("view", office.view(reference, "", problems, by, language));
            return ONE;
        }
        redirect.addFlashAttribute("flash", Flash.done("office.aim-set"));
        return "redirect:/office/" + reference;
    }

    @PostMapping({RequestAddress.SHORT, RequestAddress.WHOLE})
    String giveBack(
            @AddressedRequest String reference,
            @RequestParam(defaultValue = "done") String then,
            @RequestParam(defaultValue = "") String note,
            Official by,
            Model model,
            Locale language,
            RedirectAttributes redirect) {
        var text = TypedText.clean(note);
        var how = then.equals("not-ours") ? End.NOT_OURS : End.DONE;
        var problems = office.giveBack(reference, how, text, by, Language.of(language));
        if (problems.any()) {
            model.addAttribute("view", office.view(reference, text, problems, by, language));
            return ONE;
        }
        redirect.addFlashAttribute("flash", Flash.done("office.given-back"));
        return "redirect:/office";
    }
}
