import type { Messages } from "./en.ts";
import secondFactor from "./second-factor/de.ts";

export default {
  ...secondFactor,

  // Every page
  loginTitle: "Anmelden bei {0}",
  termsLink: "Allgemeine Nutzungsbedingungen",
  privacyLink: "Datenschutz",
  privacyPolicyLink: "Datenschutzerklärung",
  languageLabel: "Sprache",
  doSubmit: "Bestätigen",
  doCancel: "Abbrechen",
  doBack: "Zurück",
  doContinue: "Weiter",
  doTryAgain: "Erneut versuchen",
  doTryAnotherWay: "Einen anderen Weg wählen",
  showPassword: "Passwort anzeigen",
  hidePassword: "Passwort verbergen",
  opensNewTab: "(neuer Tab)",
  requiredFields: "Pflichtfelder",
  errorLabel: "Fehler",
  warningLabel: "Achtung",
  infoLabel: "Hinweis",
  successLabel: "Erledigt",
  pageNeedsScript:
    "Diese Seite braucht JavaScript. Schalten Sie es in Ihrem Browser ein und laden Sie die Seite neu.",
  restartLoginTooltip: "Ein anderes Konto verwenden",
  reauthenticate: "Bitte bestätigen Sie, dass Sie es sind, um fortzufahren.",
  backToSchool: "Zurück zu {0}",
  "client_account-console": "Mein Konto",
  backToApplication: "Zurück zur Anwendung",
  backToSignIn: "Zurück zur Anmeldung",
  backToLogin: "Zurück zur Anmeldung",
  proceedWithAction: "Weiter",

  // School landing
  landingWelcome: "Willkommen bei {brand} der Schule {0}",
  landingPortalHeading: "Anmeldeportal",
  landingPortalQuestion: "Hatten Sie schon ein Benutzerkonto?",
  landingPortalVideo: "Erklärvideo ansehen",
  landingPortalOpen: "Anmeldeportal öffnen",
  landingLegacyHeading: "Alte Methode",
  landingLegacyUntil: "⚠ Diese Art der Anmeldung ist nur bis zum {0} möglich",
  landingLegacySubmit: "→ Anmelden",
  legacyRefusedMessage:
    "Benutzername oder Passwort ist nicht richtig. Prüfen Sie beides oder öffnen Sie das Anmeldeportal.",
  legacyClosedMessage:
    "Die alte Methode ist nicht mehr verfügbar. Melden Sie sich über das Portal an, mit der E-Mail-Adresse, die der Schule bekannt ist.",

  // Not known at the school
  schoolUnknownTitle: "Konto ohne Zugang",
  schoolUnknownHeading: "Ihr Konto ist der Schule {0} nicht bekannt",
  schoolUnknownText:
    "Sie sind angemeldet, aber diese Schule hat die E-Mail-Adresse Ihres Kontos nicht erfasst.",
  schoolUnknownWhatToDo: "Was können Sie tun?",
  schoolUnknownAskSchool:
    "Bitten Sie die Schule, die E-Mail-Adresse zu erfassen, mit der Sie sich anmelden. Danach erhalten Sie Zugang.",
  schoolUnknownOtherAddress:
    "Haben Sie dieser Schule eine andere Adresse gegeben? Dann verwenden Sie das Konto dieser Adresse.",
  applicationClosedHeading: "Ihr Konto hat keinen Zugang zu dieser Anwendung",
  applicationClosedText:
    "Sie sind angemeldet, aber diese Anwendung ist nicht für Ihr Konto bestimmt. Beginnen Sie neu von der Website Ihrer Schule aus oder verwenden Sie ein anderes Konto.",

  // Old method, at a place that it does not open
  legacyElsewhereTitle: "Verwenden Sie hier die neue Methode",
  legacyElsewhereText:
    "Sie haben sich mit der alten Methode angemeldet, die nur für die Schule gilt, zu der sie gehört.",
  legacyElsewhereSchool:
    "Für die Schule {0} gehen Sie bitte über das Anmeldeportal: Ihr Benutzername ist dort die E-Mail-Adresse, die der Schule bekannt ist.",
  legacyElsewhereAccount:
    "Gehen Sie bitte über das Anmeldeportal: Ihr Benutzername ist dort die E-Mail-Adresse, die der Schule bekannt ist.",

  // After a sign-in by the old method
  legacyWelcomeTitle: "Ihr neuer Benutzername",
  legacyWelcomeText:
    "Die alte Methode ist bald nicht mehr verfügbar. Für alle Ihre Schulen genügen dann eine Adresse und ein Passwort.",
  legacyWelcomeIdentifier: "Ihr Benutzername wird {0}",
  legacyWelcomePassword: "Um Ihr Passwort festzulegen, erhalten Sie eine E-Mail an diese Adresse.",
  legacyWelcomeOtherAddress:
    "Ist es nicht Ihre? Wählen Sie „Später“ und sagen Sie der Schule Bescheid.",
  legacyWelcomeCreate: "Mein Passwort jetzt festlegen",
  legacyWelcomeLater: "Später",
  legacyWelcomeSentHeading: "Sehen Sie in Ihr Postfach",
  legacyWelcomeSentText:
    "Eine E-Mail wurde an {0} gesendet. Klicken Sie auf den Link darin, um Ihr Passwort festzulegen.",
  legacyWelcomeSentHint: "Nichts erhalten? Sehen Sie auch im Spam-Ordner nach.",
  legacyWelcomeGoOn: "Weiter zu {0}",
  legacyWelcomeNoAddressHeading: "Geben Sie der Schule Ihre E-Mail-Adresse",
  legacyWelcomeNoAddressText:
    "Die alte Methode ist bald nicht mehr verfügbar. Ihr Benutzername wird Ihre E-Mail-Adresse, und die Schule {0} kennt noch keine von Ihnen.",
  legacyWelcomeNoAddressWhatToDo:
    "Teilen Sie der Schule Ihre Adresse so bald wie möglich mit: Danach können Sie Ihr Passwort festlegen. Heute können Sie wie bisher weitermachen.",

  // Sign-in
  firstSignInTitle: "Hinweis",
  firstSignInText:
    "Wenn Sie sich zum ersten Mal über dieses Portal anmelden, klicken Sie auf {0} und verwenden Sie die E-Mail-Adresse, die der Schule bekannt ist.",
  loginAccountTitle: "Anmelden",
  username: "Benutzername",
  email: "E-Mail-Adresse",
  usernameOrEmail: "E-Mail-Adresse",
  password: "Passwort",
  doForgotPassword: "Passwort vergessen?",
  doLogIn: "Anmelden",
  rememberMe: "Angemeldet bleiben",
  "identity-provider-login-label": "Oder",

  // Forgotten password
  emailForgotTitle: "Passwort vergessen?",
  forgotEmailHeading: "Geben Sie Ihre E-Mail-Adresse ein",
  emailInstruction: "Sie erhalten eine E-Mail, mit der Sie ein neues Passwort festlegen können.",
  forgotEmailLabel: "Ihre E-Mail-Adresse",
  emailSentMessage: "Sie sollten in Kürze eine E-Mail mit weiteren Anweisungen erhalten.",
  emailSendErrorMessage:
    "Die E-Mail konnte nicht gesendet werden. Bitte versuchen Sie es in einigen Minuten erneut.",

  // Update password
  updatePasswordMessage: "Sie müssen Ihr Passwort ändern.",
  resetPasswordMessage: "Sie müssen Ihr Passwort ändern.",
  updatePasswordTitle: "Passwort aktualisieren",
  passwordNew: "Ihr Passwort",
  passwordConfirm: "Bestätigung Ihres Passworts",
  passwordNewConfirm: "Bestätigung Ihres Passworts",
  logoutOtherSessions: "Von anderen Geräten abmelden",
  passwordHint: "Mindestens {0} Zeichen. Ein paar leicht zu merkende Wörter eignen sich gut.",

  // Account exists (Microsoft)
  confirmLinkIdpTitle: "Dieses Konto besteht bereits",
  federatedIdentityConfirmLinkMessage:
    "Der Benutzer mit {0} {1} besteht bereits. Was möchten Sie tun?",
  confirmLinkIdpReviewProfile: "Überprüfen Sie Ihre Profilangaben",
  confirmLinkIdpContinue: "{0} mit Ihrem bestehenden Konto verknüpfen",

  // Link by e-mail (Microsoft)
  emailLinkIdpTitle: "Verknüpfung mit {0}",
  linkIdpMessage: "Sie müssen Ihre E-Mail-Adresse bestätigen, um Ihr Konto mit {0} zu verknüpfen.",
  emailLinkIdp1:
    "Wir haben Ihnen eine E-Mail mit Anweisungen gesendet, um das Konto {1} bei {0} mit Ihrem Konto bei {brand} zu verknüpfen.",
  linkEmailResend:
    "Haben Sie keinen Code in der E-Mail erhalten? Klicken Sie {0}, um die E-Mail erneut zu senden.",
  linkEmailContinue:
    "Wenn Sie Ihre E-Mail-Adresse bereits in einem anderen Browser bestätigt haben, klicken Sie {0}, um fortzufahren.",
  linkHere: "hier",
  identityProviderLinkSuccess:
    "Ihre Adresse ist bestätigt. Kehren Sie zum ersten Browser zurück und schließen Sie dort die Anmeldung ab.",

  // Link by e-mail (Microsoft), after a click
  linkEmailTitle: "Konten verknüpfen",
  linkEmailResendLabel: "Klicken Sie hier, um die E-Mail erneut zu senden",
  linkEmailContinueLabel: "Klicken Sie hier, um fortzufahren",
  linkEmailSentAgain: "Die E-Mail wurde erneut gesendet. Sehen Sie auch im Spam-Ordner nach.",
  linkEmailLimited:
    "Ihnen wurden bereits mehrere E-Mails gesendet, vorerst folgt keine weitere. Sehen Sie im Spam-Ordner nach oder versuchen Sie es in einer Stunde erneut.",
  linkEmailWaiting:
    "Der Link in der E-Mail wurde noch nicht bestätigt. Öffnen Sie ihn zuerst und kommen Sie dann hierher zurück.",

  // What Microsoft says of the person
  linkProfileText: "Das sagt {0} über Sie. Diese Angaben können hier nicht geändert werden.",
  linkProfileName: "Name",
  linkProfileAddress: "E-Mail-Adresse",
  linkProfileSchool:
    "Name und Adresse Ihres Kontos bei {brand} kommen von Ihrer Schule und bleiben, wie sie sind. Wenn sie nicht stimmen, berichtigt die Schule sie.",

  // Microsoft's address is known to no school
  linkUnknownTitle: "Unbekanntes Konto",
  linkUnknownHeading: "Dieses Konto bei {0} ist hier nicht bekannt",
  linkUnknownAddress:
    "Keine Schule hat die Adresse {1} registriert. Für dieses Konto bei {0} wurde daher kein Konto bei {brand} angelegt.",
  linkUnknownNoAddress:
    "{0} hat uns keine E-Mail-Adresse mitgeteilt. Für dieses Konto bei {0} wurde daher kein Konto bei {brand} angelegt.",
  linkUnknownSignIn:
    "Melden Sie sich zuerst mit der E-Mail-Adresse, die der Schule bekannt ist, und Ihrem Passwort an. Noch kein Passwort? Klicken Sie auf „Passwort vergessen?“.",
  linkUnknownThenLink:
    "Öffnen Sie dann {1} und verknüpfen Sie dort unter „Verknüpfte Konten“ Ihr Konto bei {0}. Danach können Sie sich damit anmelden.",
  linkAccountConsole: "Ihr Konto bei {brand}",
  linkSignIn: "Mit meiner E-Mail-Adresse anmelden",
  linkOtherAccount: "Ein anderes Konto bei {0} wählen",

  // Already linked to another Microsoft account
  linkTakenTitle: "Konto bereits verknüpft",
  linkTakenHeading: "Ihr Konto ist bereits mit einem anderen Konto bei {0} verknüpft",
  linkTakenText: "Ihr Konto bei {brand} ist mit {1} bei {0} verknüpft. Es wurde nichts geändert.",
  linkTakenUseThat: "Am einfachsten: Wählen Sie das Konto bei {0}, das bereits verknüpft ist.",
  linkTakenOtherInstead:
    "Ist Ihnen das neue lieber? Melden Sie sich mit Ihrer E-Mail-Adresse an, öffnen Sie {1} und entfernen Sie unter „Verknüpfte Konten“ das alte Konto bei {0}, bevor Sie das neue verknüpfen.",

  // The mail's link, opened in another browser
  linkConfirmTitle: "Verknüpfung bestätigen",
  linkConfirmHeading: "Dieses Konto bei {0} mit Ihrem Konto bei {brand} verknüpfen?",
  linkConfirmText: "Darum wurde in einem anderen Browser oder auf einem anderen Gerät gebeten.",
  linkConfirmAccount: "Konto bei {0}",
  linkConfirmAt: "Angefordert am",
  linkConfirmAddress: "Konto bei {brand}",
  linkConfirmEffect:
    "Wenn Sie bestätigen, kommt die Person, der dieses Konto bei {0} gehört, in Ihr Konto bei {brand}.",
  linkConfirmIgnore:
    "Sie haben nichts angefordert? Schließen Sie diese Seite: Es ändert sich nichts.",
  linkConfirm: "Bestätigen",
  linkConfirmedMessageHeader: "Ihre Adresse ist bestätigt",
  linkConfirmedMessage:
    "Kehren Sie zur Seite „Verknüpfung mit {0}“ zurück, die noch geöffnet ist, und klicken Sie dort auf „hier“, um fortzufahren. Finden Sie sie nicht mehr? Beginnen Sie dann neu von der Website Ihrer Schule aus. Diese Seite können Sie schließen.",
  linkOverMessageHeader: "Dieser Link ist nicht mehr gültig",
  linkOverMessage:
    "Dieser Link wurde schon benutzt oder gehört zu einer früheren Anfrage. Wenn Sie ihn gerade bestätigt haben, kehren Sie zur Seite zurück, die noch geöffnet ist. Beginnen Sie sonst neu von der Website Ihrer Schule aus.",

  // Linking from the account console
  linkIdpActionTitle: "Verknüpfung mit {0}",
  linkIdpActionMessage: "Möchten Sie Ihr Konto bei {0} mit Ihrem Konto bei {brand} verknüpfen?",

  // Expired page
  pageExpiredTitle: "Diese Seite ist abgelaufen",
  expiredText: "Sie war zu lange geöffnet, oder Sie sind zurückgegangen. Es ist nichts verloren.",
  expiredContinue: "Anmeldung fortsetzen",
  expiredRestart: "Anmeldung neu beginnen",

  // Sign-out
  logoutConfirmTitle: "Abmelden",
  logoutConfirmHeader: "Möchten Sie sich abmelden?",
  doLogout: "Abmelden",
  successLogout: "Sie sind abgemeldet. Sie können diese Seite schließen.",
  failedLogout:
    "Die Abmeldung hat nicht geklappt. Schließen Sie Ihren Browser, um die Sitzung zu beenden.",
  "frontchannel-logout.title": "Abmelden",
  "frontchannel-logout.message": "Sie verlassen die folgenden Anwendungen",

  // Steps that name the button
  verifyOAuth2DeviceUserCode:
    "Geben Sie den Code ein, den Ihr Gerät anzeigt, und klicken Sie auf Bestätigen",
  emailVerificationPending:
    "Eine Bestätigungs-E-Mail wurde an {0} gesendet. Klicken Sie auf Bestätigen, um sie erneut zu erhalten, oder geben Sie eine andere Adresse ein.",

  // Refused sign-in. All of these say the same, so that nobody learns which addresses exist.
  invalidUserMessage:
    "E-Mail-Adresse oder Passwort ist nicht richtig. Prüfen Sie beides oder wählen Sie „Passwort vergessen?“.",
  invalidUsernameMessage: "Die E-Mail-Adresse ist nicht richtig. Bitte prüfen Sie sie.",
  invalidUsernameOrEmailMessage: "Die E-Mail-Adresse ist nicht richtig. Bitte prüfen Sie sie.",
  invalidPasswordMessage: "Das Passwort ist nicht richtig. Bitte prüfen Sie es.",
  accountTemporarilyDisabledMessage:
    "E-Mail-Adresse oder Passwort ist nicht richtig. Prüfen Sie beides oder wählen Sie „Passwort vergessen?“.",
  accountPermanentlyDisabledMessage:
    "E-Mail-Adresse oder Passwort ist nicht richtig. Prüfen Sie beides oder wählen Sie „Passwort vergessen?“.",
  accountDisabledMessage:
    "Dieses Konto ist deaktiviert oder für eine Weile gesperrt. Versuchen Sie es später erneut. Dauert es an, wenden Sie sich bitte an Ihre Schule.",
  invalidTotpMessage:
    "Der Code ist nicht richtig. Warten Sie auf den nächsten und versuchen Sie es erneut.",
  accountTemporarilyDisabledMessageTotp:
    "Der Code ist nicht richtig. Warten Sie auf den nächsten und versuchen Sie es erneut.",
  accountPermanentlyDisabledMessageTotp:
    "Der Code ist nicht richtig. Warten Sie auf den nächsten und versuchen Sie es erneut.",
  "recovery-codes-error-invalid": "Dieser Wiederherstellungscode ist nicht richtig.",
  sessionLimitExceeded:
    "Sie sind auf zu vielen Geräten angemeldet. Melden Sie sich auf einem davon ab und versuchen Sie es erneut.",

  // What was not filled in, or not rightly
  missingUsernameMessage: "Geben Sie Ihre E-Mail-Adresse ein.",
  missingEmailMessage: "Geben Sie Ihre E-Mail-Adresse ein.",
  invalidEmailMessage: "Diese E-Mail-Adresse ist nicht gültig.",
  "error-invalid-email": "Diese E-Mail-Adresse ist nicht gültig.",
  missingPasswordMessage: "Geben Sie Ihr Passwort ein.",
  missingFirstNameMessage: "Geben Sie Ihren Vornamen ein.",
  missingLastNameMessage: "Geben Sie Ihren Nachnamen ein.",
  missingTotpMessage: "Geben Sie den Einmalcode ein.",
  missingTotpDeviceNameMessage: "Geben Sie diesem Gerät einen Namen.",
  notMatchPasswordMessage: "Die beiden Passwörter sind nicht gleich.",
  invalidPasswordConfirmMessage: "Die beiden Passwörter sind nicht gleich.",
  invalidPasswordExistingMessage: "Das aktuelle Passwort ist nicht richtig.",
  invalidPasswordMinLengthMessage: "Das Passwort muss mindestens {0} Zeichen lang sein.",
  invalidPasswordMaxLengthMessage: "Das Passwort darf höchstens {0} Zeichen lang sein.",
  invalidPasswordMinDigitsMessage: "Das Passwort muss mindestens {0} Ziffer(n) enthalten.",
  invalidPasswordMinLowerCaseCharsMessage:
    "Das Passwort muss mindestens {0} Kleinbuchstaben enthalten.",
  invalidPasswordMinUpperCaseCharsMessage:
    "Das Passwort muss mindestens {0} Großbuchstaben enthalten.",
  invalidPasswordMinSpecialCharsMessage:
    "Das Passwort muss mindestens {0} Sonderzeichen enthalten, zum Beispiel einen Punkt oder Bindestrich.",
  invalidPasswordNotUsernameMessage:
    "Das Passwort darf nicht Ihr Benutzername oder Ihre Adresse sein.",
  invalidPasswordNotContainsUsernameMessage:
    "Das Passwort darf Ihren Benutzernamen oder Ihre Adresse nicht enthalten.",
  invalidPasswordNotEmailMessage: "Das Passwort darf nicht Ihre E-Mail-Adresse sein.",
  invalidPasswordRegexPatternMessage: "Dieses Passwort hat nicht die verlangte Form.",
  invalidPasswordHistoryMessage:
    "Dieses Passwort wurde schon verwendet. Wählen Sie ein anderes als Ihre letzten {0}.",
  invalidPasswordBlacklistedMessage:
    "Dieses Passwort ist zu verbreitet und wäre schnell erraten. Wählen Sie ein anderes.",
  invalidPasswordGenericMessage:
    "Dieses Passwort eignet sich nicht. Wählen Sie ein längeres, zum Beispiel ein paar Wörter.",

  // Links and pages that came too late
  expiredCodeMessage: "Die Anmeldung hat zu lange gedauert. Bitte melden Sie sich erneut an.",
  loginTimeout: "Die Anmeldung hat zu lange gedauert. Wir beginnen von vorne.",
  expiredActionMessage: "Dieser Link ist abgelaufen. Sie können sich jetzt anmelden.",
  expiredActionTokenNoSessionMessage:
    "Dieser Link ist abgelaufen oder wurde schon benutzt. Fordern Sie auf der Anmeldeseite einen neuen an.",
  expiredActionTokenSessionExistsMessage:
    "Dieser Link ist abgelaufen oder wurde schon benutzt. Bitte stellen Sie Ihre Anfrage erneut.",
  staleCodeMessage:
    "Diese Seite ist nicht mehr gültig. Kehren Sie zur Anwendung zurück und melden Sie sich erneut an.",
  staleEmailVerificationLink:
    "Dieser Link ist nicht mehr gültig. Vielleicht haben Sie Ihre Adresse schon bestätigt.",
  cookieNotFoundMessage:
    "Die Anmeldung konnte nicht fortgesetzt werden. Vielleicht war die Seite zu lange geöffnet, oder Ihr Browser lehnt Cookies ab. Erlauben Sie sie und beginnen Sie neu von der Website Ihrer Schule aus.",
  sessionNotActiveMessage: "Ihre Sitzung ist beendet. Bitte melden Sie sich erneut an.",
  invalidCodeMessage:
    "Es ist ein Fehler aufgetreten. Kehren Sie zur Anwendung zurück und melden Sie sich erneut an.",

  // What went well
  accountUpdatedTitle: "Konto aktualisiert",
  accountUpdatedMessage: "Ihr Konto wurde aktualisiert. Sie können sich jetzt anmelden.",
  accountPasswordUpdatedMessage: "Ihr Passwort wurde aktualisiert.",
  emailVerifiedMessageHeader: "Adresse bestätigt",
  emailVerifiedMessage: "Ihre E-Mail-Adresse ist bestätigt.",
  emailVerifiedAlreadyMessageHeader: "Adresse bestätigt",
  emailVerifiedAlreadyMessage: "Ihre E-Mail-Adresse war bereits bestätigt.",
  alreadyLoggedIn: "Sie sind bereits angemeldet.",
  confirmExecutionOfActions: "Dies bleibt noch zu tun",
  "requiredAction.UPDATE_PASSWORD": "Ein Passwort wählen",

  // What went wrong, and is not the person's doing
  errorTitle: "Das hat nicht geklappt",
  errorTitleHtml: "Das hat nicht geklappt",
  internalServerError:
    "Bei uns ist ein Fehler aufgetreten. Bitte versuchen Sie es in einigen Minuten erneut.",
  pageNotFound: "Diese Seite gibt es nicht.",
  "access-denied": "Zugriff verweigert",
  noAccessMessage: "Sie haben keinen Zugriff auf diese Seite.",
  clientNotFoundMessage:
    "Die Anwendung, von der Sie kommen, ist hier nicht bekannt. Beginnen Sie neu von der Website Ihrer Schule aus.",
  clientDisabledMessage: "Die Anwendung, von der Sie kommen, ist zurzeit nicht aktiv.",
  unknownLoginRequesterMessage:
    "Die Anwendung, von der Sie kommen, ist hier nicht bekannt. Beginnen Sie neu von der Website Ihrer Schule aus.",
  loginRequesterNotEnabledMessage: "Die Anwendung, von der Sie kommen, ist zurzeit nicht aktiv.",
  realmNotEnabledMessage:
    "Die Anmeldung ist zurzeit geschlossen. Bitte versuchen Sie es später erneut.",
  invalidRequestMessage:
    "Diese Anfrage ist unvollständig oder nicht mehr gültig. Beginnen Sie neu von der Website Ihrer Schule aus.",
  invalidRedirectUriMessage:
    "Die Rücksprungadresse ist nicht erlaubt. Beginnen Sie neu von der Website Ihrer Schule aus.",
  resetCredentialNotAllowedMessage: "Das Passwort kann auf diesem Weg nicht geändert werden.",
  differentUserAuthenticated:
    "Sie sind bereits mit einem anderen Konto angemeldet. Bitte melden Sie sich dort zuerst ab.",
  traceIdSupportMessage: "Wenn Sie Hilfe anfordern, nennen Sie bitte diese Referenz: {0}",

  // Microsoft did not answer as hoped. Where Keycloak does not say who, it is Microsoft: the portal
  // has no other identity provider.
  federatedIdentityConfirmReauthenticateMessage:
    "Melden Sie sich an, um Ihr Konto mit {0} zu verknüpfen",
  identityProviderUnexpectedErrorMessage:
    "Die Anmeldung mit Microsoft hat nicht geklappt. Es wurde nichts geändert. Versuchen Sie es in einigen Minuten erneut oder melden Sie sich mit E-Mail-Adresse und Passwort an.",
  unexpectedErrorHandlingRequestMessage:
    "Die Anmeldung mit Microsoft hat nicht geklappt. Es wurde nichts geändert. Versuchen Sie es in einigen Minuten erneut oder melden Sie sich mit E-Mail-Adresse und Passwort an.",
  unexpectedErrorHandlingResponseMessage:
    "Die Anmeldung mit Microsoft hat nicht geklappt. Es wurde nichts geändert. Versuchen Sie es in einigen Minuten erneut oder melden Sie sich mit E-Mail-Adresse und Passwort an.",
  identityProviderAuthenticationFailedMessage:
    "Die Anmeldung mit Microsoft hat nicht geklappt. Es wurde nichts geändert. Versuchen Sie es in einigen Minuten erneut oder melden Sie sich mit E-Mail-Adresse und Passwort an.",
  couldNotObtainTokenMessage:
    "Die Anmeldung mit Microsoft hat nicht geklappt. Es wurde nichts geändert. Versuchen Sie es in einigen Minuten erneut oder melden Sie sich mit E-Mail-Adresse und Passwort an.",
  couldNotProceedWithAuthenticationRequestMessage:
    "Die Anmeldung mit Microsoft hat nicht geklappt. Es wurde nichts geändert. Versuchen Sie es in einigen Minuten erneut oder melden Sie sich mit E-Mail-Adresse und Passwort an.",
  couldNotSendAuthenticationRequestMessage:
    "Microsoft antwortet nicht. Es wurde nichts geändert. Versuchen Sie es in einigen Minuten erneut oder melden Sie sich mit E-Mail-Adresse und Passwort an.",
  identityProviderMissingStateMessage:
    "Die Antwort von Microsoft ist unvollständig oder nicht mehr gültig. Es wurde nichts geändert. Beginnen Sie neu von der Website Ihrer Schule aus.",
  identityProviderMissingCodeOrErrorMessage:
    "Die Antwort von Microsoft ist unvollständig oder nicht mehr gültig. Es wurde nichts geändert. Beginnen Sie neu von der Website Ihrer Schule aus.",
  identityProviderInvalidResponseMessage:
    "Die Antwort von Microsoft ist unvollständig oder nicht mehr gültig. Es wurde nichts geändert. Beginnen Sie neu von der Website Ihrer Schule aus.",
  identityProviderInvalidSignatureMessage:
    "Die Antwort von Microsoft ist unvollständig oder nicht mehr gültig. Es wurde nichts geändert. Beginnen Sie neu von der Website Ihrer Schule aus.",
  identityProviderNotFoundMessage:
    "Dieser Weg zur Anmeldung wird hier nicht angeboten. Melden Sie sich mit E-Mail-Adresse und Passwort an.",
  "access-denied-when-idp-auth":
    "Die Anmeldung mit {0} wurde unterbrochen oder abgelehnt. Es wurde nichts geändert. Beginnen Sie neu und stimmen Sie dem zu, worum {0} Sie bittet, oder melden Sie sich mit E-Mail-Adresse und Passwort an.",
  identityProviderAlreadyLinkedMessage:
    "Dieses Konto bei {0} ist bereits mit dem Konto einer anderen Person bei {brand} verknüpft. Wählen Sie ein anderes Konto bei {0} oder wenden Sie sich an Ihre Schule.",
  identityProviderAlreadyLinkedToCurrentUserMessage:
    "Ihr Konto bei {brand} ist bereits mit einem Konto bei {0} verknüpft. Um ein anderes zu verknüpfen, entfernen Sie jenes zuerst in Ihrem Konto bei {brand}, unter „Verknüpfte Konten“.",
  staleCodeAccountMessage:
    "Diese Seite ist nicht mehr gültig. Es wurde nichts geändert. Beginnen Sie neu von Ihrem Konto bei {brand} aus.",
  brokerLinkingSessionExpired:
    "Ihre Sitzung war zu Ende, bevor die Konten verknüpft waren. Es wurde nichts geändert. Melden Sie sich erneut an und beginnen Sie von vorne.",
  "Not found serialized context in authenticationSession.":
    "Diese Seite ist nicht mehr gültig. Beginnen Sie neu von der Website Ihrer Schule aus.",
} satisfies Messages;
