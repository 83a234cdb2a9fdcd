package org.comity.identity.me;

import jakarta.servlet.http.HttpSession;
import java.util.Base64;
import org.comity.identity.passkey.PageChallenge;
import org.comity.identity.passkey.PasskeyRefused;
import org.comity.identity.secret.Secrets;
import org.comity.identity.signin.SignIns;
import org.comity.ui.Flash;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which a person keeps passkeys, password, tokens, sessions, and how pages look. */
@Controller
@RequestMapping("/me")
class MeController {

    private final ChangingMyself changing;
    private final ReadingMyself reading;
    private final Secrets secrets;
    private final SignIns signIns;
    private final ProvingAgain proving;

    MeController(
            ChangingMyself changing, ReadingMyself reading, Secrets secrets, SignIns signIns, ProvingAgain proving) {
        this.proving = proving;
        this.changing = changing;
        this.reading = reading;
        this.secrets = secrets;
        this.signIns = signIns;
    }

    @GetMapping
    String page(Official by, HttpSession session, Model model) {
        var token = model.getAttribute("token") instanceof String made ? made : null;
        model.addAttribute("view", reading.view(by, session, token));
        return "identity/me";
    }

    /** The page on which a person proves that this one change is theirs. */
    @GetMapping("/prove")
    String prove(@RequestParam String change, Official by, HttpSession session, Model model) {
        var wanted = known(change);
        if (!proving.isAsked(by) || wanted.equals(proving.proven(session))) {
            return "redirect:/me";
        }
        model.addAttribute("view", reading.proof(by, session, wanted));
        return "identity/prove";
    }

    @PostMapping("/prove")
    String prove(
            @RequestParam String change,
            @RequestParam(defaultValue = "") String method,
            @RequestParam(defaultValue = "") String assertion,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String code,
            Official by,
            HttpSession session,
            RedirectAttributes redirect) {
        var wanted = known(change);
        if (method.equals("practice")) proving.byButton(session, wanted);
        else if (assertion.isEmpty()) proving.byPasswordAndCode(by, session, wanted, password, code);
        else proving.byPasskey(by, session, wanted, assertion);
        return done("identity.me.proven", redirect);
    }

    @PostMapping("/passkeys")
    String addPasskey(
            @RequestParam(defaultValue = "") String assertion,
            @RequestParam(defaultValue = "") String label,
            Official by,
            HttpSession session,
            RedirectAttributes redirect) {
        proving.with(
                by,
                session,
                OwnChange.PASSKEY,
                () -> changing.addPasskey(by, PageChallenge.take(session), KeyLabels.of(label), assertion));
        return done("identity.me.passkey-added", redirect);
    }

    @PostMapping("/passkeys/name")
    String renamePasskey(
            @RequestParam String id, @RequestParam String label, Official by, RedirectAttributes redirect) {
        changing.renamePasskey(by, credential(id), KeyLabels.of(label));
        return done("identity.me.passkey-named", redirect);
    }

    @PostMapping("/passkeys/remove")
    String removePasskey(@RequestParam String id, Official by, HttpSession session, RedirectAttributes redirect) {
        var credential = credential(id);
        proving.with(by, session, OwnChange.removing(id), () -> changing.removePasskey(by, credential));
        return done("identity.me.passkey-removed", redirect);
    }

    @PostMapping("/password")
    String password(
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String code,
            Official by,
            HttpSession session,
            RedirectAttributes redirect) {
        proving.with(
                by,
                session,
                OwnChange.PASSWORD,
                () -> changing.password(by, password, PendingSecret.of(session, secrets), code));
        PendingSecret.done(session);
        return done("identity.me.password-set", redirect);
    }

    @PostMapping("/tokens")
    String makeToken(
            @RequestParam(defaultValue = "") String name,
            Official by,
            HttpSession session,
            RedirectAttributes redirect) {
        proving.with(
                by,
                session,
                OwnChange.TOKEN,
                () -> redirect.addFlashAttribute("token", changing.token(by, KeyLabels.ofToken(name))));
        return done("identity.me.token-made", redirect);
    }

    @PostMapping("/tokens/revoke")
    String revokeToken(@RequestParam String id, Official by, RedirectAttributes redirect) {
        changing.revoke(by, id);
        return done("identity.me.token-revoked", redirect);
    }

    /** Ends every session of mine but this one. */
    @PostMapping("/sessions/end")
    String endOthers(Official by, HttpSession session, RedirectAttributes redirect) {
        signIns.endOthers(by.id(), session.getId());
        return done("identity.me.sessions-ended", redirect);
    }

    private static String done(String key, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", Flash.done(key));
        return "redirect:/me";
    }

    private static OwnChange known(String change) {
        var wanted = new OwnChange(change);
        if (!wanted.known()) throw new PasskeyRefused();
        return wanted;
    }

    private static byte[] credential(String id) {
        try {
            return Base64.getUrlDecoder().decode(id);
        } catch (IllegalArgumentException e) {
            throw new PasskeyRefused();
        }
    }
}
