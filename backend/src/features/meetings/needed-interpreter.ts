/** SQL: which interpreter the appointment `a` needs and how it stands with them, as JSON (contract/reservations, `neededInterpreter`); null where none is needed. */
export const neededInterpreter = `
  case when a.interpreter_language is not null then coalesce(
    (select json_build_object('language', v.language, 'standing', v.state, 'name', i.name)
     from interpreter_reservation v join interpreter i on i.id = v.interpreter_id
     where v.appointment_id = a.id and v.state in ('asked', 'confirmed')),
    json_build_object('language', a.interpreter_language, 'name', null,
      'standing', case when a.interpreter_sought_at is null then 'seeking' else 'nobody' end)) end`;
