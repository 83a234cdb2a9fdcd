// A form with data-passkey asks the authenticator before it is sent; what the authenticator signed travels as a field.
// get: an assertion; create: a new passkey. Options come with the form, or from where it says.

const READY = 'PublicKeyCredential' in window && 'parseRequestOptionsFromJSON' in PublicKeyCredential;

async function options(form) {
  if (form.dataset.options) return JSON.parse(form.dataset.options);
  const answer = await fetch(form.dataset.optionsFrom ?? `/approvals/${form.elements.act.value}/options`, { headers: { Accept: 'application/json' } });
  if (!answer.ok) throw new Error('no options');
  return answer.json();
}

async function credential(form) {
  const asked = await options(form);
  return form.dataset.passkey === 'create'
    ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(asked) })
    : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(asked) });
}

function prepare(form) {
  const ready = () => {
    const button = form.querySelector('[data-passkey-button]');
    if (!button) return;
    button.hidden = button.disabled = false;
    form.querySelector('[data-passkey-unable]').hidden = true;
  };
  ready();
  form.addEventListener('comity-drawn', ready);

  form.addEventListener('submit', async event => {
    // Return in the password or code field means that button, not the first.
    const other = form.querySelector('[value="password-and-code"]');
    if (other && event.submitter !== other && ['password', 'code'].includes(document.activeElement?.name)) {
      event.preventDefault();
      form.requestSubmit(other);
      return;
    }
    const button = form.querySelector('[data-passkey-button]');
    const field = form.elements.assertion;
    // Without an act there is nothing to sign yet: the node says what is missing.
    if (event.submitter !== button || field.value || form.elements.act?.value === '') return;
    event.preventDefault();
    const failed = form.querySelector('[data-passkey-failed]');
    failed.hidden = true;
    button.disabled = true;
    try {
      field.value = JSON.stringify((await credential(form)).toJSON());
      button.disabled = false;
      form.requestSubmit(button);
    } catch (refusal) {
      button.disabled = false;
      failed.hidden = false;
    }
  });
}

if (READY) document.querySelectorAll('form[data-passkey]').forEach(prepare);
