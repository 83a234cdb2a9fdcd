package org.comity.operator;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.comity.directory.Directory;
import org.comity.directory.EntryRefused;
import org.comity.directory.ProvenDecisions;
import org.comity.ui.Flash;
import org.comity.vocabulary.Official;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of the Secretariat's node on which its officers admit participants, two of them each. */
@ConditionalOnBooleanProperty(CollatingHere.SECRETARIAT)
@Controller
class AdmissionsController {

    private static final String PAGE = "redirect:/admissions";

    private final ShowingDirectory showing;
    private final CollatingSubmissions collating;
    private final ProvenDecisions decisions;
    private final Directory directory;

    AdmissionsController(
            ShowingDirectory showing, CollatingSubmissions collating, ProvenDecisions decisions, Directory directory) {
        this.decisions = decisions;
        this.directory = directory;
        this.showing = showing;
        this.collating = collating;
    }

    @GetMapping("/admissions")
    String admissions(Official by, Model model) {
        WaitingAdmissions.mustAdmit(by);
        return show(model);
    }

    private String show(Model model) {
        model.addAttribute("directory", showing.view(Map.of(), true, false, true));
        model.addAttribute("passkeyRequired", directory.self().profile().passkeyRequired());
        return "operator/directory";
    }

    @PostMapping("/admissions/{id}/{hash}/admit")
    String admit(
            @PathVariable String id, @PathVariable String hash, @RequestParam Map<String, String> posted, Official by) {
        WaitingAdmissions.mustAdmit(by);
        decisions.decide(by, showing.act(id, hash), posted, () -> collating.admit(id, hash, by));
        return PAGE;
    }

    @PostMapping("/admissions/{id}/{hash}/refuse")
    String refuse(
            @PathVariable String id,
            @PathVariable String hash,
            @RequestParam Map<String, String> posted,
            Official by,
            HttpServletResponse response,
            Model model) {
        WaitingAdmissions.mustAdmit(by);
        var why = TypedRefusal.typed(hash, posted);
        try {
            collating.refuse(id, hash, why, by);
            return PAGE;
        } catch (EntryRefused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("typed", TypedRefusal.of(hash, why, refused));
            return show(model);
        }
    }

    @PostMapping("/admissions/{id}/{hash}/reopen")
    String reopen(@PathVariable String id, @PathVariable String hash, Official by) {
        WaitingAdmissions.mustAdmit(by);
        collating.reopen(id, hash, by);
        return PAGE;
    }

    /** What cannot be done as things stand is said above the list that it is about. */
    @ExceptionHandler
    String refused(EntryRefused refused, RedirectAttributes redirect) {
        redirect.addFlashAttribute(
                "flash",
                Flash.warned("error." + refused.code(), "id", refused.facts().getOrDefault("id", "")));
        return PAGE;
    }
}
