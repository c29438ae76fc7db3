import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { useForm } from 'react-hook-form';

const FIELDS = { general: 'Tiêu chí chung', results: 'Kết quả nhiệm vụ', total: 'Tổng điểm' };

export function Review({ engine }) {
  const { register, watch, formState: { errors } } = useForm({
    mode: 'onTouched',
    resolver: standardSchemaResolver(engine.schema('mau-2b')),
  });
  const { rating } = engine.check({ form: 'mau-2b', answers: watch() });
  const [quota] = engine.quota({ subject: 'member', tally: { htxsnv: 2, httnv: 14, htnv: 1, khtnv: 0 } }).quotas;
  return (
    <>
      <h1>Mẫu 2B</h1>
      <form>
        {Object.entries(FIELDS).map(([id, label]) => (
          <p key={id}>
            <label htmlFor={id}>{label}</label>
            {/* What is wrong with one field may be put right in another: those are looked at again. */}
            <input id={id} {...register(id, { deps: Object.keys(errors) })} inputMode="decimal"
              aria-invalid={errors[id] ? true : undefined} aria-describedby={`${id}-message`} />
            <span id={`${id}-message`}>{errors[id]?.message}</span>
          </p>
        ))}
      </form>
      <p id="points">{rating?.points?.leastText} điểm</p>
      <p id="quota">{quota.summary}</p>
    </>
  );
}
