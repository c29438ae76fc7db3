jQuery(function ($) {
  'use strict';

  function answers(form) {
    var given = {};
    $.each($(form).serializeArray(), function (at, field) { given[field.name] = field.value; });
    return given;
  }

  /** The rule `xeploai`, whose parameter is `engine.schema(form)`: what the whole form says of one field. */
  $.validator.addMethod('xeploai', function (value, field, schema) {
    var result = schema['~standard'].validate(answers(field.form));
    var found = $.grep(result.issues || [], function (issue) { return issue.path.join('.') === field.name; });
    $(field).data('xeploai', found.length ? found[0].message : '');
    return found.length === 0;
  }, function (schema, field) {
    return $(field).data('xeploai');
  });

  xeploai.createEngine({ rulebook: xeploai.rulebooks, asOf: '2025-12-31' }).then(function (engine) {
    var schema = engine.schema('mau-2b');
    var validator = $('#review').validate({
      errorElement: 'span',
      escapeHtml: true, // messages quote what was typed
      rules: { general: { xeploai: schema }, results: { xeploai: schema }, total: { xeploai: schema } }
    });
    $('#review').on('input', function () {
      var rating = engine.check({ form: 'mau-2b', answers: answers(this) }).rating;
      $('#points').text(rating && rating.points ? rating.points.leastText + ' điểm' : '');
      // What is wrong with one field may be put right in another.
      $.each(validator.invalid, function (name) { validator.element('[name="' + name + '"]'); });
    });
    $('#quota').text(engine.quota({ subject: 'member', tally: { htxsnv: 2, httnv: 14, htnv: 1, khtnv: 0 } }).quotas[0].summary);
  });
});
